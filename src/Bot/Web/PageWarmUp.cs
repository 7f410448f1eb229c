using System.Net.Sockets;
using System.Text;
using Bot.Answering;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Web.Chat;
using Bot.Web.Layout;
using Bot.Web.Serving;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;

namespace Bot.Web;

/// <summary>
/// Shows the page to nobody before it says where it is, so that the runtime has compiled what the first person waits for:
/// 80 ms of the first page and 90 ms of the first answer otherwise.
/// </summary>
internal sealed class PageWarmUp(Library library, ChatHistory history, Pages pages, IServer server) : IHostedLifecycleService
{
    private const string Nobody = "nobody";

    /// <summary>Before the port is open: the parts of a page and of an answer, and what is kept of a conversation.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var corpus = library.Index.Current.Corpus;
        var answers = new List<CheckedAnswer>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var words = PageWords.Of(language, library.Texts);
            var answer = await library.Pipeline.WithoutModel().AnswerAsync(Question.Of(words["page-examples"].Split('\n')[0], language), library.Index.Current, stop: cancellationToken);
            var turn = new ChatTurn(0, CheckedAnswer.TryFromJson(answer.ToJson())!, 0);
            await pages.RenderAsync<ChatPage>((nameof(ChatPage.Words), words), (nameof(ChatPage.Turns), new[] { turn }), (nameof(ChatPage.KeptDays), 0), (nameof(ChatPage.Corpus), corpus));
            await foreach (var part in new TurnParts(turn, words, corpus, pages).RenderAsync()) part.ToLine();
            answers.Add(answer);
        }
        try
        {
            Keep(answers[0]);
        }
        catch (SqliteException)
        {
            // Whoever asks is told; see FaultsInWords.
        }
    }

    private void Keep(CheckedAnswer answer)
    {
        history.Find(Nobody, requestId: Nobody);
        var turn = history.Add(Nobody, requestId: Nobody, answer, NamedInAnswer.Of(answer, library.Analyzer));
        history.Recent(Nobody);
        history.Vote(Nobody, turn.Id, vote: 1);
        history.Forget(Nobody);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the port is open: a visit, a form that changes nothing, and a question that asks nothing.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        try
        {
            await RequestAsync(address, "GET / HTTP/1.1", "", cancellationToken);
            await RequestAsync(address, "POST /language HTTP/1.1", "language=", cancellationToken);
            await RequestAsync(address, "POST /turns HTTP/1.1", "question=", cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // An address that leads elsewhere from here: the first person waits a little longer.
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By hand: a client of the framework's would take longer to start than the page.</summary>
    private static async Task RequestAsync(Uri address, string line, string form, CancellationToken stop)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host.Trim('[', ']') is "0.0.0.0" or "::" ? "localhost" : address.Host, address.Port, stop);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: localhost\r\nOrigin: http://localhost\r\nAccept-Language: en\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\nConnection: close\r\n\r\n{form}"), stop);
        await stream.CopyToAsync(Stream.Null, stop);
    }
}
