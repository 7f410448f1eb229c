using System.Globalization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Presentation;

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
        string?[] parts = [source.IsOnTrial ? texts["on-trial", language] : null, Age(source, language, texts), Period(source, language, texts)];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>"published 2025-02-26", or "undated".</summary>
    public static string Age(Source source, Language language, Texts texts) => source.Published is { } date
        ? texts.Fill("published", language, ("date", Written(date)))
        : texts["undated", language];

    /// <summary>"describes late February 2025 (inferred)", or null.</summary>
    public static string? Period(Source source, Language language, Texts texts)
    {
        if (source.Covers is not { } covers) return null;
        var describes = texts.Fill("describes", language, ("period", Short(covers)));
        return source.CoversBy == "inferred" ? $"{describes} ({texts["inferred", language]})" : describes;
    }

    public static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Short(string text) => text.Length > LongestPart ? text[..(char.IsHighSurrogate(text[LongestPart - 1]) ? LongestPart - 1 : LongestPart)] + "…" : text;
}
