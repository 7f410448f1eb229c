using System.Buffers;
using System.Numerics;

namespace Bot.Retrieval;

/// <summary>A term of a query with what it is worth in an index.</summary>
/// <param name="Weight">Its weight in the query times its inverse document frequency.</param>
/// <param name="Postings">Its postings in each segment.</param>
internal sealed record WeighedTerm(float Weight, IReadOnlyList<ReadOnlyMemory<byte>> Postings);

/// <summary>
/// A segment with the length of its passages measured against the average, ranked by BM25 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009), term by term.
/// </summary>
/// <param name="place">Among the segments of the index.</param>
/// <param name="firstPassage">The number of its first passage in the index.</param>
/// <param name="averageLength">Of the passages of the whole index.</param>
internal sealed class ScoredSegment(Segment segment, int place, int firstPassage, double averageLength)
{
    private const float K1 = (float)RankingParameters.K1;

    /// <summary>How much a passage's length dampens its terms, k1 · (1 − b + b · length / average).</summary>
    private readonly float[] norms = Array.ConvertAll(segment.Lengths, length => (float)(RankingParameters.K1 * (1 - RankingParameters.B + RankingParameters.B * length / averageLength)));

    public Segment Segment => segment;

    /// <summary>Adds the passages that are good enough.</summary>
    public void Rank(IReadOnlyList<WeighedTerm> terms, BestPassages best)
    {
        var rented = ArrayPool<float>.Shared.Rent(segment.Count);
        var scores = rented.AsSpan(0, segment.Count);
        scores.Clear();
        foreach (var term in terms) Accumulate(term.Postings[place].Span, term.Weight, scores);
        Collect(scores, best);
        ArrayPool<float>.Shared.Return(rented);
    }

    private void Accumulate(ReadOnlySpan<byte> bytes, float weight, Span<float> scores)
    {
        var postings = Postings.Of(bytes);
        while (postings.Next(out var passage, out var frequency)) scores[passage] += weight * frequency * (K1 + 1) / (frequency + norms[passage]);
    }

    private void Collect(ReadOnlySpan<float> scores, BestPassages best)
    {
        for (var at = 0; at < scores.Length; at++)
        {
            // Most hold too little, which is seen of several at once.
            while (at + Vector<float>.Count <= scores.Length && Vector.LessThanOrEqualAll(new Vector<float>(scores[at..]), new Vector<float>(best.Threshold))) at += Vector<float>.Count;
            if (at < scores.Length) best.Add(firstPassage + at, scores[at]);
        }
    }
}
