using System.Globalization;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>Metadata in YAML, as front matter between two lines of "---" or in a sidecar file.</summary>
internal static class MetadataReader
{
    private static readonly string[] Keys =
        ["id", "title", "title-by", "publisher", "author", "url", "published", "covers", "covers-by", "language", "licence"];

    /// <exception cref="YamlFileException">A key or value is not as it should be.</exception>
    public static DocumentMetadata Read(YamlFile yaml, params ReadOnlySpan<string> alsoAllowed)
    {
        yaml.AllowOnly([.. Keys, .. alsoAllowed]);
        return new DocumentMetadata
        {
            Id = Filled(yaml, "id"),
            Title = Filled(yaml, "title"),
            TitleBy = Filled(yaml, "title-by"),
            Publisher = Filled(yaml, "publisher"),
            Author = Filled(yaml, "author"),
            Url = ReadUrl(yaml),
            Published = ReadDate(yaml),
            Covers = Filled(yaml, "covers"),
            CoversBy = Filled(yaml, "covers-by"),
            Language = ReadLanguage(yaml),
            Licence = Filled(yaml, "licence"),
        };
    }

    /// <summary>Splits front matter from a text; null where the text has none.</summary>
    /// <exception cref="YamlFileException">The front matter never ends, or is no YAML.</exception>
    public static (DocumentMetadata Metadata, string Body)? FrontMatter(string name, string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return null;
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        // A text may begin with a rule of dashes; front matter begins with a key.
        var first = text[4..].TrimStart().Split('\n', 2)[0];
        if (end == 3 || !first.Contains(':', StringComparison.Ordinal)) return null;
        if (end < 0) throw new YamlFileException($"{name}: the metadata begins with '---' and does not end with '---'");
        var after = text.IndexOf('\n', end + 4);
        return (Read(YamlFile.ParsePlain(name, text[4..end])), after < 0 ? "" : text[(after + 1)..]);
    }

    private static string? Filled(YamlFile yaml, string key) => yaml.FindText(key)?.Trim() is { Length: > 0 } text ? text : null;

    private static Uri? ReadUrl(YamlFile yaml)
    {
        if (Filled(yaml, "url") is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw yaml["url"].Fault($"url is '{text}'; an address beginning with http:// or https:// is expected");
    }

    private static DateOnly? ReadDate(YamlFile yaml)
    {
        if (Filled(yaml, "published") is not { } text) return null;
        return DateOnly.TryParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw yaml["published"].Fault($"published is '{text}'; a date such as 2025-02-26 is expected");
    }

    private static Language? ReadLanguage(YamlFile yaml)
    {
        if (Filled(yaml, "language") is not { } text) return null;
        return LanguageCodes.TryParse(text, out var language)
            ? language
            : throw yaml["language"].Fault($"language is '{text}'; one of {string.Join(", ", LanguageCodes.All)} is expected");
    }
}
