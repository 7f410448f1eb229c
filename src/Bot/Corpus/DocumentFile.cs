using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>One file of the corpus, with its sidecar if it has one, to one document.</summary>
internal static class DocumentFile
{
    /// <summary>More text than this in one file is a mistake, or wants splitting.</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    private const int LongestMetadata = 1000;

    /// <summary>As many characters as tell the language.</summary>
    private const int FirstPages = 10_000;

    public static IReadOnlyList<string> Extensions { get; } = [".md", ".txt", ".html", ".htm"];

    public static string SidecarOf(string path) => Path.ChangeExtension(path, ".meta.yaml");

    /// <exception cref="DocumentException">The file cannot be used; the message says why.</exception>
    public static Document Read(string path)
    {
        try
        {
            // Looked at before it is read: a pipe or a device has no size, and would never end.
            Refuse(path, new FileInfo(path).Length);
            var sidecar = SidecarOf(path);
            return Read(Path.GetFileName(path), File.ReadAllBytes(path), File.Exists(sidecar) ? MetadataReader.Read(YamlFile.LoadPlain(sidecar)) : new DocumentMetadata());
        }
        catch (Exception fault) when (fault is YamlFileException or IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(fault.Message, fault);
        }
    }

    /// <param name="name">With its extension, which tells how to read the bytes.</param>
    /// <param name="overriding">What is known besides; it goes before what the file says of itself.</param>
    /// <exception cref="DocumentException">The file cannot be used; the message says why.</exception>
    public static Document Read(string name, byte[] bytes, DocumentMetadata overriding)
    {
        Refuse(name, bytes.Length);
        try
        {
            return Read(name, TextDecoder.Decode(bytes), overriding);
        }
        // What no reader foresaw in one file must not cost the others.
        catch (Exception fault) when (fault is not DocumentException)
        {
            throw new DocumentException(fault is YamlFileException ? fault.Message : $"cannot be read: {fault.Message}", fault);
        }
    }

    private static Document Read(string name, string text, DocumentMetadata overriding)
    {
        var (metadata, body) = MetadataReader.FrontMatter(name, text) ?? (new DocumentMetadata(), text);
        metadata = Fill(overriding, metadata);
        switch (Path.GetExtension(name).ToUpperInvariant())
        {
            case ".MD":
                metadata = Fill(metadata, new DocumentMetadata { Title = MarkdownText.FirstHeading(body) });
                body = MarkdownText.Extract(body);
                break;
            case ".HTML" or ".HTM":
                var (stated, article) = HtmlArticle.Extract(body);
                metadata = Fill(metadata, stated);
                body = article;
                break;
        }
        return Build(Path.GetFileNameWithoutExtension(name), metadata, body);
    }

    /// <summary>A document of a plain text; <paramref name="name"/> serves as id and title where the metadata gives none.</summary>
    /// <exception cref="DocumentException">The text holds no words.</exception>
    public static Document Build(string name, DocumentMetadata metadata, string text)
    {
        if (!text.Any(char.IsLetter)) throw new DocumentException("holds no words");
        RefuseUnfit(name, metadata);
        var language = metadata.Language ?? LanguageDetector.Detect(text[..Math.Min(text.Length, FirstPages)]) ?? LanguageDetector.Detect(text) ?? Language.English;
        return new Document(metadata.Id ?? name, metadata.Title ?? name.Replace('-', ' ').Replace('_', ' '), language, metadata, text);
    }

    private static void Refuse(string name, long size)
    {
        if (!Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) throw new DocumentException($"is not one of {string.Join(", ", Extensions)}");
        if (size == 0) throw new DocumentException("is empty");
        if (size > LargestBytes) throw new DocumentException($"is {size / 1024 / 1024} MB; the most is {LargestBytes / 1024 / 1024} MB, so split it");
    }

    /// <summary>An id stands in addresses and on buttons, the rest in a line of its own.</summary>
    private static void RefuseUnfit(string name, DocumentMetadata metadata)
    {
        var id = metadata.Id ?? name;
        if (id.Length == 0 || id.Any(char.IsControl)) throw new DocumentException("needs an id, without line ends: the file's name or 'id' in the metadata");
        foreach (var (key, text) in new[] { ("id", id), ("title", metadata.Title), ("publisher", metadata.Publisher), ("author", metadata.Author), ("covers", metadata.Covers), ("licence", metadata.Licence), ("url", metadata.Url?.OriginalString) })
        {
            if (text?.Length > LongestMetadata) throw new DocumentException($"has {text.Length} characters in '{key}'; the most is {LongestMetadata}");
        }
    }

    private static DocumentMetadata Fill(DocumentMetadata first, DocumentMetadata second) => new()
    {
        Id = first.Id ?? second.Id,
        Title = first.Title ?? second.Title,
        TitleBy = first.TitleBy ?? second.TitleBy,
        Publisher = first.Publisher ?? second.Publisher,
        Author = first.Author ?? second.Author,
        Url = first.Url ?? second.Url,
        Published = first.Published ?? second.Published,
        Covers = first.Covers ?? second.Covers,
        CoversBy = first.CoversBy ?? second.CoversBy,
        Language = first.Language ?? second.Language,
        Licence = first.Licence ?? second.Licence,
        IsOnTrial = first.IsOnTrial,
    };
}
