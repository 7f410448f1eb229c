using Bot.Answering;
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

    /// <param name="asked">The page's own name for the question: sent again, it gets the answer it got before.</param>
    /// <param name="otherwise">The language, where the question's own cannot be told.</param>
    /// <exception cref="RefusedException">Nothing was asked, or too much.</exception>
    public ChatTurn Ask(string conversation, string asked, string text, Language otherwise)
    {
        var typed = text.Trim();
        if (typed.Length == 0) throw new RefusedException(StatusCodes.Status400BadRequest, "page-nothing-typed");
        if (typed.Length > LongestQuestion) throw new RefusedException(StatusCodes.Status400BadRequest, "page-too-long", ("most", $"{LongestQuestion}"));
        if (history.Find(conversation, asked) is { } before) return before;

        var question = Question.Of(typed, otherwise) with { Earlier = history.Recent(conversation) };
        var answer = library.Pipeline.Answer(question, trials.IndexFor(conversation));
        metrics.Count(answer);
        return history.Add(conversation, asked, answer, NamedInAnswer.Of(answer, library.Analyzer));
    }
}
