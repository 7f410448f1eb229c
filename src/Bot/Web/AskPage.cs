using System.Net;
using Bot.Answering;
using Bot.Conversations;
using Bot.Telegram;

namespace Bot.Web;

/// <summary>The local page: a question, and its answer as Telegram would show it. It needs no script.</summary>
internal static class AskPage
{
    private const int LongestQuestion = 4096;

    public static void MapAskPage(this WebApplication service) =>
        service.MapGet("/", (string? q, Library library) => Results.Content(Render(q, library), "text/html; charset=utf-8"));

    private static string Render(string? asked, Library library)
    {
        var text = asked?.Trim() is { Length: > LongestQuestion } tooLong ? tooLong[..LongestQuestion] : asked?.Trim() ?? "";
        var answer = text.Length == 0 ? "" : $"<article>{AnswerHtml.Render(library.Pipeline.Answer(Question.Of(text), library.Index.Current), library.Texts).Replace("\n", "<br>", StringComparison.Ordinal)}</article>";
        return $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Ask about the conflict in Ukraine</title>
            <style>
              :root { color-scheme: light dark; font: 1.05rem/1.55 system-ui, sans-serif; }
              body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; }
              form { display: flex; gap: .5rem; }
              input { flex: 1; font: inherit; padding: .6rem .8rem; border: 1px solid GrayText; border-radius: .5rem; }
              button { font: inherit; padding: .6rem 1.1rem; border-radius: .5rem; }
              article { margin-top: 1.5rem; overflow-wrap: anywhere; }
              blockquote { margin: .3rem 0 .6rem; padding: .4rem .9rem; border-inline-start: .25rem solid #3a7bd5; background: color-mix(in srgb, #3a7bd5 9%, transparent); }
            </style>
            <main>
              <h1>Ask about the conflict in Ukraine</h1>
              <p>In English, українською or по-русски. Answers come word for word from a curated set of documents, and only from them.</p>
              <form action="/" role="search">
                <input name="q" aria-label="Question" autofocus maxlength="{{LongestQuestion}}" value="{{WebUtility.HtmlEncode(text)}}">
                <button>Ask</button>
              </form>
              {{answer}}
            </main>
            </html>
            """;
    }
}
