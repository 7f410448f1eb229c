using System.Collections.Concurrent;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>Documents as they were read, kept while they are asked about; all are let go when they grow too many.</summary>
internal sealed class Readings(TextAnalyzer analyzer)
{
    private const int MostSentences = 50_000;

    private readonly ClaimReader reader = new(analyzer);
    private readonly ConcurrentDictionary<Document, Reading> read = new();
    private int sentences;

    private sealed record Reading(IReadOnlyList<ReadSentence> Sentences, DocumentTerms Terms);

    public IReadOnlyList<ReadSentence> Of(Document document) => Read(document).Sentences;

    public DocumentTerms TermsOf(Document document) => Read(document).Terms;

    private Reading Read(Document document)
    {
        if (read.TryGetValue(document, out var known)) return known;
        if (Interlocked.Add(ref sentences, document.Sentences.Count) > MostSentences)
        {
            read.Clear();
            Interlocked.Exchange(ref sentences, document.Sentences.Count);
        }
        var claims = reader.Read(document);
        return read.GetOrAdd(document, new Reading(claims, DocumentTerms.Of(document, claims, analyzer)));
    }
}
