using System.Threading.Channels;
using Bot.Citations;
using Bot.Configuration;
using Bot.Operations;
using Bot.Web.Documents;
using Bot.Web.Layout;
using Bot.Web.Serving;

namespace Bot.Web.Chat;

/// <summary>The conversation's addresses. Without script, a question is a form that leads back to the page; with it, an answer comes in parts.</summary>
internal static class ChatEndpoints
{
    private const int LongestRequestId = 64;

    public static void MapChat(this WebApplication service)
    {
        service.MapGet("/", Show);
        service.MapPost("/", AskAsync);
        service.MapPost("/turns", StreamAsync);
        service.MapPost("/turns/{turn:long}/vote", VoteAsync);
        service.MapPost("/conversations", BeginAnew);
        service.MapPost("/conversations/forget", Forget);
    }

    private static Task<IResult> Show(long? before, PageWords words, ConversationCookie cookie, ChatHistory history, TrialDocuments trials, PrivacySettings privacy, Pages pages)
    {
        var (turns, hasEarlier) = cookie.Id is { } conversation ? history.Read(conversation, before ?? long.MaxValue) : ([], false);
        return pages.ShowAsync<ChatPage>(
            (nameof(ChatPage.Words), words), (nameof(ChatPage.Turns), turns), (nameof(ChatPage.HasEarlier), hasEarlier), (nameof(ChatPage.IsEarlier), before is not null),
            (nameof(ChatPage.KeptDays), privacy.RetentionDays), (nameof(ChatPage.Corpus), trials.IndexFor(cookie.Id).Corpus));
    }

    private static async Task<IResult> AskAsync(HttpContext context, PageWords words, ConversationCookie cookie, Asking asking)
    {
        var turn = await TakeAsync(context.Request, words, cookie, asking);
        return Results.LocalRedirect($"/#turn-{turn.Id}");
    }

    private static async Task StreamAsync(HttpContext context, PageWords words, ConversationCookie cookie, Asking asking, TrialDocuments trials, Pages pages)
    {
        var soFar = Channel.CreateUnbounded<CheckedAnswer>();
        var taking = TakeAsync(context.Request, words, cookie, asking, part => soFar.Writer.TryWrite(part));
        _ = taking.ContinueWith(_ => soFar.Writer.Complete(), TaskScheduler.Default);
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await foreach (var answer in soFar.Reader.ReadAllAsync(context.RequestAborted)) await WriteAsync(await TurnParts.SoFarAsync(answer, words, trials.IndexFor(cookie.Id).Corpus, pages));
        await foreach (var part in new TurnParts(await taking, words, trials.IndexFor(cookie.Id).Corpus, pages).RenderAsync()) await WriteAsync(part);

        async Task WriteAsync(TurnPart part)
        {
            await context.Response.WriteAsync(part.ToLine() + "\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<ChatTurn> TakeAsync(HttpRequest request, PageWords words, ConversationCookie cookie, Asking asking, Action<CheckedAnswer>? onPart = null)
    {
        var form = await PageForm.ReadAsync(request);
        var requestId = form["request"].ToString();
        return await asking.AskAsync(cookie, requestId is { Length: > 0 and <= LongestRequestId } ? requestId : Guid.NewGuid().ToString(), form["question"].ToString(), words.Language, onPart, request.HttpContext.RequestAborted);
    }

    private static async Task<IResult> VoteAsync(long turn, HttpRequest request, ConversationCookie cookie, ChatHistory history, Metrics metrics)
    {
        var form = await PageForm.ReadAsync(request);
        var vote = form["vote"].ToString() switch { "up" => 1, "down" => -1, _ => throw new RefusedException(StatusCodes.Status400BadRequest, "page-unreadable") };
        if (cookie.Id is not { } conversation || !history.Vote(conversation, turn, vote)) throw new RefusedException(StatusCodes.Status404NotFound, "page-answer-gone");
        metrics.CountVote(vote);
        return Results.LocalRedirect($"/#turn-{turn}");
    }

    private static IResult BeginAnew(ConversationCookie cookie, TrialDocuments trials)
    {
        if (cookie.Id is { } before) trials.Pass(before, cookie.BeginAnew());
        return Results.LocalRedirect("/");
    }

    private static IResult Forget(ConversationCookie cookie, ChatHistory history, TrialDocuments trials)
    {
        if (cookie.Id is { } conversation)
        {
            history.Forget(conversation);
            trials.Forget(conversation);
            cookie.End();
        }
        return Results.LocalRedirect("/");
    }
}
