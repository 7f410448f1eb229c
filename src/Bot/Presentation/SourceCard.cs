using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Presentation;

/// <summary>All that is known of one source, a line each.</summary>
internal static class SourceCard
{
    public static IReadOnlyList<string> Of(Source source, Document document, Language language, Texts texts)
    {
        var lines = new List<string> { SourceLine.Of(source, language, texts) };
        Add("source-author", document.Metadata.Author);
        if (document.Metadata.Url is { } address) lines.Add(address.AbsoluteUri);
        Add("source-licence", document.Metadata.Licence);
        lines.Add(texts.Fill("source-length", language, ("sentences", $"{document.Sentences.Count}"), ("language", document.Language.Code())));
        return lines;

        void Add(string key, string? value)
        {
            if (value is not null) lines.Add(texts.Fill(key, language, ("value", SourceLine.Short(value))));
        }
    }
}
