using Bot.Corpus;

namespace Bot.Retrieval;

internal readonly record struct RankedPassage(Passage Passage, double Score);

/// <summary>
/// The passages of a corpus snapshot, found by their terms. Immutable: a changed corpus gets an index of its own, which shares
/// the segments of all that did not change.
/// </summary>
internal sealed class PassageIndex
{
    private readonly ScoredSegment[] segments;
    private readonly int[] firstPassages;
    private readonly Lazy<IReadOnlyList<Entity>> named;

    public PassageIndex(CorpusSnapshot corpus, IReadOnlyList<Segment> segments, Lexicon lexicon)
    {
        Corpus = corpus;
        Segments = segments;
        Count = segments.Sum(segment => segment.Count);
        var averageLength = Math.Max(1, segments.Sum(segment => segment.Lengths.Sum(length => (long)length)) / (double)Math.Max(1, Count));
        firstPassages = new int[segments.Count];
        for (var at = 1; at < firstPassages.Length; at++) firstPassages[at] = firstPassages[at - 1] + segments[at - 1].Count;
        this.segments = [.. segments.Select((segment, at) => new ScoredSegment(segment, at, firstPassages[at], averageLength))];
        named = new Lazy<IReadOnlyList<Entity>>(() => [.. lexicon.Entities.Where(entity => Holds(entity.Term))]);
    }

    public CorpusSnapshot Corpus { get; }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>What the documents name of the lexicon.</summary>
    public IReadOnlyList<Entity> Named => named.Value;

    /// <summary>How many passages there are.</summary>
    public int Count { get; }

    /// <summary>Whether any document holds the term.</summary>
    public bool Holds(string term) => Array.Exists(segments, scored => scored.Segment.Terms.Find(term) >= 0);

    /// <summary>How rare a term is: ln(1 + (N − n + 0.5) / (n + 0.5)), n of N passages holding it.</summary>
    public double IdfOf(string term) => Idf(PostingsOf(term));

    /// <summary>The terms that are neither names of the lexicon nor words of the glossary nor numbers, by their first letter and length.</summary>
    public IEnumerable<string> WordsFrom(char first, int shortest, int longest) =>
        char.IsAsciiLetter(first) ? segments.SelectMany(scored => scored.Segment.Terms.From(first, shortest, longest)).Distinct() : [];

    /// <summary>The passages with the highest scores, the highest first; none that holds no term of the query.</summary>
    public IReadOnlyList<RankedPassage> Rank(IEnumerable<(string Term, double Weight)> query, int top)
    {
        var terms = query.GroupBy(term => term.Term).Select(same => Weigh(same.Key, same.Sum(term => term.Weight))).ToList();
        var best = new BestPassages(top);
        foreach (var scored in segments) scored.Rank(terms, best);
        return Array.ConvertAll(best.ToArray(), found => new RankedPassage(At(found.Passage), found.Score));
    }

    private WeighedTerm Weigh(string term, double weight)
    {
        var postings = PostingsOf(term);
        return new WeighedTerm((float)(weight * Idf(postings)), postings);
    }

    private ReadOnlyMemory<byte>[] PostingsOf(string term) => Array.ConvertAll(segments, scored => scored.Segment.PostingsOf(term));

    private double Idf(ReadOnlyMemory<byte>[] postings)
    {
        var holding = postings.Sum(bytes => Postings.Count(bytes.Span));
        return Math.Log(1 + (Count - holding + 0.5) / (holding + 0.5));
    }

    private Passage At(int passage)
    {
        var found = Array.BinarySearch(firstPassages, passage);
        var at = found >= 0 ? found : ~found - 1;
        return segments[at].Segment[passage - firstPassages[at]];
    }
}
