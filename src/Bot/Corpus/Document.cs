using System.Security.Cryptography;
using System.Text;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>What is known of a source besides its text. What its publisher does not say stays null.</summary>
public sealed record DocumentMetadata
{
    public string? Id { get; init; }
    public string? Title { get; init; }

    /// <summary>"editor" where the title was given by the corpus's keeper and not by the source.</summary>
    public string? TitleBy { get; init; }
    public string? Publisher { get; init; }
    public string? Author { get; init; }
    public Uri? Url { get; init; }
    public DateOnly? Published { get; init; }

    /// <summary>The period the text is about, in words.</summary>
    public string? Covers { get; init; }

    /// <summary>"inferred" where the period was read off the events the text names.</summary>
    public string? CoversBy { get; init; }
    public Language? Language { get; init; }
    public string? Licence { get; init; }

    /// <summary>Tried out by one person for a while; saved nowhere.</summary>
    public bool IsOnTrial { get; init; }
}

/// <summary>One source: its metadata, and exactly the text that citations count in.</summary>
public sealed class Document
{
    private IReadOnlyList<Sentence>? sentences;

    public Document(string id, string title, Language language, DocumentMetadata metadata, string text)
    {
        Id = id;
        Title = title;
        Language = language;
        Metadata = metadata;
        Text = text;
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public string Id { get; }
    public string Title { get; }
    public Language Language { get; }
    public DocumentMetadata Metadata { get; }
    public string Text { get; }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>Found when first asked for: of a large corpus few documents ever are.</summary>
    public IReadOnlyList<Sentence> Sentences => sentences ?? Interlocked.CompareExchange(ref sentences, Sentence.AllOf(this), null) ?? sentences;

    /// <summary>The sentences that a span of the text touches, in order; found by bisection, since documents are long.</summary>
    public IEnumerable<Sentence> SentencesIn(TextSpan span)
    {
        var (first, end) = (0, Sentences.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (Sentences[middle].Span.End <= span.Start) first = middle + 1;
            else end = middle;
        }
        return Sentences.Skip(first).TakeWhile(sentence => sentence.Span.Start < span.End);
    }
}
