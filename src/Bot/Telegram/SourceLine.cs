using System.Globalization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Telegram;

/// <summary>
/// A source in a line: number, title, publisher, and how old it is: "published 2025-02-26", or
/// "undated; describes late February 2025 (inferred)".
/// </summary>
internal static class SourceLine
{
    /// <summary>Longer titles, names and periods are cut, so that a list of sources stays one.</summary>
    private const int LongestPart = 150;

    public static string Of(Source source, Language language, Texts texts)
    {
        var publisher = source.Publisher is { } name ? $", {Short(name)}" : "";
        return $"[{source.Number}] {Short(source.Title)}{publisher}; {Dating(source, language, texts)}";
    }

    private static string Dating(Source source, Language language, Texts texts)
    {
        var dated = source.Published is { } date
            ? texts.Fill("published", language, ("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : texts["undated", language];
        if (source.Covers is not { } covers) return dated;
        var describes = texts.Fill("describes", language, ("period", Short(covers)));
        return source.CoversBy == "inferred" ? $"{dated}; {describes} ({texts["inferred", language]})" : $"{dated}; {describes}";
    }

    public static string Short(string text) => text.Length > LongestPart ? text[..(char.IsHighSurrogate(text[LongestPart - 1]) ? LongestPart - 1 : LongestPart)] + "…" : text;
}
