using System.Text;
using Bot.Citations;
using Bot.Conversations;

namespace Bot.Presentation;

/// <summary>An answer as plain words with its sources, for a terminal or for passing on.</summary>
internal static class AnswerText
{
    /// <param name="heading">What becomes of a heading: bold on a terminal.</param>
    public static string Render(CheckedAnswer answer, Texts texts, Func<string, string>? heading = null)
    {
        heading ??= words => words;
        var text = new StringBuilder();
        var layout = AnswerLayout.Of(answer, texts);
        foreach (var words in layout.Opening) text.AppendLine(words).AppendLine();
        foreach (var voice in layout.Voices)
        {
            if (voice.Name is { } name) text.AppendLine(heading(Plain(name) + ":"));
            foreach (var quote in voice.Quotes)
            {
                text.AppendLine($"{Plain(quote.Text)} {Marks(quote, answer)}");
                if (!quote.IsVerbatim) foreach (var citation in quote.Citations) text.AppendLine($"    {Plain(citation.Quote)}");
                text.AppendLine();
            }
        }
        if (answer.Sources.Count == 0) return text.ToString().TrimEnd();
        text.AppendLine(heading(texts["sources", answer.Language]));
        foreach (var source in answer.Sources)
        {
            text.AppendLine(Plain(SourceLine.Of(source, answer.Language, texts)));
            if (source.Url is { } url) text.AppendLine($"    {url}");
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>No document may move the cursor or colour the screen.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Marks(Quote quote, CheckedAnswer answer) =>
        string.Join(' ', quote.Citations.Select(citation => $"[{answer.SourceOf(citation).Number}]").Distinct());
}
