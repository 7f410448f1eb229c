using System.Globalization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Telegram;

/// <summary>How old a source is, in words: "published 2025-02-26", or "undated; describes late February 2025 (inferred)".</summary>
internal static class SourceDating
{
    public static string Of(Source source, Language language, Texts texts)
    {
        var dated = source.Published is { } date
            ? texts.Fill("published", language, ("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : texts["undated", language];
        if (source.Covers is not { } covers) return dated;
        var describes = texts.Fill("describes", language, ("period", covers));
        return source.CoversBy == "inferred" ? $"{dated}; {describes} ({texts["inferred", language]})" : $"{dated}; {describes}";
    }
}
