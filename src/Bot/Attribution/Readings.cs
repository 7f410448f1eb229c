using System.Collections.Concurrent;
using Bot.Corpus;

namespace Bot.Attribution;

/// <summary>Documents as they were read, kept while they are asked about; all are let go when they grow too many.</summary>
internal sealed class Readings(ClaimReader reader)
{
    private const int MostSentences = 50_000;

    private readonly ConcurrentDictionary<Document, IReadOnlyList<ReadSentence>> read = new();
    private int sentences;

    public IReadOnlyList<ReadSentence> Of(Document document)
    {
        if (read.TryGetValue(document, out var known)) return known;
        if (Interlocked.Add(ref sentences, document.Sentences.Count) > MostSentences)
        {
            read.Clear();
            Interlocked.Exchange(ref sentences, document.Sentences.Count);
        }
        return read.GetOrAdd(document, reader.Read);
    }
}
