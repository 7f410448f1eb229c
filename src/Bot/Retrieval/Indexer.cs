using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Makes the index of a corpus: new documents are read on all cores, and small segments merged.</summary>
internal sealed class Indexer(TextAnalyzer analyzer)
{
    /// <summary>Each query looks its terms up in every segment, so there are few; each change adds one.</summary>
    private const int MostSegments = 8;

    /// <summary>Less text is not worth a segment of its own.</summary>
    private const int LeastCharacters = 1_000_000;

    /// <param name="known">Segments over some of the same documents: what was read of those is taken over.</param>
    /// <param name="progress">Told the share of the new text that is indexed, in [0, 1].</param>
    public PassageIndex Index(CorpusSnapshot corpus, IReadOnlyList<Segment>? known = null, IProgress<double>? progress = null)
    {
        var kept = Keep(known ?? [], [.. corpus.Documents]);
        var indexed = kept.SelectMany(segment => segment.Documents).ToHashSet();
        var added = Build([.. corpus.Documents.Where(document => !indexed.Contains(document))], progress);
        return new PassageIndex(corpus, Compact([.. kept, .. added]), analyzer.Lexicon);
    }

    private static List<Segment> Keep(IReadOnlyList<Segment> segments, HashSet<Document> documents) =>
        [.. segments.Where(segment => segment.Documents.Any(documents.Contains)).Select(segment => segment.Documents.All(documents.Contains) ? segment : SegmentMerger.Merge([segment], documents.Contains))];

    private List<Segment> Build(List<Document> documents, IProgress<double>? progress)
    {
        var characters = documents.Sum(document => (long)document.Text.Length);
        var done = 0L;
        return [.. Parts(documents, Math.Max(LeastCharacters, characters / MostSegments)).AsParallel().AsOrdered().Select(Invert)];

        Segment Invert(List<Document> part)
        {
            var builder = new SegmentBuilder(analyzer);
            foreach (var document in part)
            {
                builder.Add(document);
                progress?.Report(Interlocked.Add(ref done, document.Text.Length) / (double)characters);
            }
            return builder.ToSegment();
        }
    }

    private static IEnumerable<List<Document>> Parts(List<Document> documents, long characters)
    {
        var (part, size) = (new List<Document>(), 0L);
        foreach (var document in documents)
        {
            part.Add(document);
            size += document.Text.Length;
            if (size < characters) continue;
            yield return part;
            (part, size) = ([], 0);
        }
        if (part.Count > 0) yield return part;
    }

    /// <summary>While there are too many, the two smallest become one.</summary>
    private static List<Segment> Compact(List<Segment> segments)
    {
        while (segments.Count > MostSegments)
        {
            List<Segment> smallest = [.. segments.OrderBy(segment => segment.Count).Take(2)];
            segments = [.. segments.Except(smallest), SegmentMerger.Merge(smallest, _ => true)];
        }
        return segments;
    }
}
