using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Citations;
using Bot.Conversations;
using Bot.Presentation;

namespace Bot.Telegram;

/// <summary>
/// An answer as Telegram's HTML. What does not fit is left out whole, statement by statement, so that no quotation and no
/// tag is ever cut in two.
/// </summary>
internal static partial class AnswerHtml
{
    /// <summary>In UTF-16 units after parsing, as Telegram counts.</summary>
    public const int LongestMessage = 4096;

    public static string Render(CheckedAnswer answer, Texts texts)
    {
        var layout = AnswerLayout.Of(answer, texts);
        if (layout.Voices.Count == 0) return string.Join("\n\n", layout.Opening.Select(Escape));
        var blocks = layout.Voices.SelectMany(voice => voice.Quotes.Select((quote, index) => Block(index == 0 ? voice.Name : null, quote, answer))).ToList();
        var kept = new List<QuoteBlock>();
        foreach (var block in blocks)
        {
            if (LengthAfterParsing(Compose(answer, texts, layout.Opening, [.. kept, block], isCut: true)) <= LongestMessage) kept.Add(block);
        }
        return Compose(answer, texts, layout.Opening, kept, isCut: kept.Count < blocks.Count);
    }

    private static string Compose(CheckedAnswer answer, Texts texts, IReadOnlyList<string> opening, IReadOnlyList<QuoteBlock> blocks, bool isCut)
    {
        var html = new StringBuilder();
        foreach (var words in opening) html.Append(Escape(words)).Append("\n\n");
        foreach (var block in blocks) html.Append(block.Html);
        if (isCut) html.Append(Escape(texts["cut", answer.Language])).Append("\n\n");
        var cited = blocks.SelectMany(block => block.Sources).ToHashSet();
        html.Append("<b>").Append(Escape(texts["sources", answer.Language])).Append("</b>");
        foreach (var source in answer.Sources.Where(source => cited.Contains(source.Number))) html.Append('\n').Append(Escape(SourceLine.Of(source, answer.Language, texts)));
        return html.ToString();
    }

    private readonly record struct QuoteBlock(string Html, IReadOnlyList<int> Sources);

    private static QuoteBlock Block(string? heading, Quote quote, CheckedAnswer answer)
    {
        var sources = quote.Citations.Select(answer.SourceOf).Distinct().ToList();
        var marks = string.Concat(sources.Select(source => " " + Mark(source)));
        var html = new StringBuilder();
        if (heading is not null) html.Append("<b>").Append(Escape(heading)).Append(":</b>\n");
        if (quote.IsVerbatim) html.Append("<blockquote expandable>").Append(Escape(quote.Text)).Append(marks).Append("</blockquote>\n");
        else html.Append(Escape(quote.Text)).Append(marks).Append("\n<blockquote expandable>").AppendJoin('\n', quote.Citations.Select(citation => Escape(citation.Quote))).Append("</blockquote>\n");
        return new QuoteBlock(html.ToString(), [.. sources.Select(source => source.Number)]);
    }

    private static string Mark(Source source) =>
        source.Url is { } url ? $"<a href=\"{Escape(url)}\">[{source.Number}]</a>" : $"[{source.Number}]";

    /// <summary>Escapes what Telegram's HTML gives a meaning, and leaves out what it refuses: control characters and broken surrogates.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) safe.Append(c).Append(text[++at]);
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not '\n')) safe.Append(char.IsSurrogate(c) ? '\uFFFD' : ' ');
            else safe.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => c.ToString() });
        }
        return safe.ToString();
    }

    /// <summary>The bare words of HTML written here.</summary>
    public static string WithoutMarkup(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    /// <summary>The length Telegram will count: without tags, each entity as the character it stands for.</summary>
    public static int LengthAfterParsing(string html)
    {
        var length = 0;
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] == '<') at = html.IndexOf('>', at);
            else
            {
                if (html[at] == '&') at = html.IndexOf(';', at);
                length++;
            }
        }
        return length;
    }
}
