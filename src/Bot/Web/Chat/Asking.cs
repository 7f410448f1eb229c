using Bot.Answering;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Web.Documents;
using Bot.Web.Serving;

namespace Bot.Web.Chat;

/// <summary>From what was typed on the page to a turn of the conversation.</summary>
internal sealed class Asking(Library library, ChatHistory history, TrialDocuments trials, Metrics metrics)
{
    /// <summary>As long as a message in Telegram can be.</summary>
    public const int LongestQuestion = 4096;

    /// <param name="requestId">A question that is sent again comes with the same one, and gets the answer it got.</param>
    /// <param name="otherwise">The language, where the question's own cannot be told.</param>
    /// <param name="onPart">Told what stands of the answer while the rest is composed.</param>
    /// <exception cref="RefusedException">Nothing was asked, or too much, or a command was given.</exception>
    public async Task<ChatTurn> AskAsync(ConversationCookie cookie, string requestId, string text, Language otherwise, Action<CheckedAnswer>? onPart, CancellationToken stop)
    {
        var typed = text.Trim();
        if (typed.Length == 0) throw new RefusedException(StatusCodes.Status400BadRequest, "page-nothing-typed");
        if (typed.Length > LongestQuestion) throw new RefusedException(StatusCodes.Status400BadRequest, "page-too-long", ("most", $"{LongestQuestion}"));
        if (typed[0] == '/') throw new RefusedException(StatusCodes.Status400BadRequest, "page-no-commands");

        var conversation = cookie.Begin();
        return history.Find(conversation, requestId) ?? await AnswerAsync(conversation, requestId, Question.Of(typed, otherwise, history.Recent(conversation)), onPart, stop);
    }

    private async Task<ChatTurn> AnswerAsync(string conversation, string requestId, Question question, Action<CheckedAnswer>? onPart, CancellationToken stop)
    {
        var answer = await library.Pipeline.AnswerAsync(question, trials.IndexFor(conversation), onPart, stop);
        metrics.Count(answer);
        return history.Add(conversation, requestId, answer, NamedInAnswer.Of(answer, library.Analyzer));
    }
}
