using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>
/// Puts weighed sentences in order. Evidence alone leaves too many equal: of two that cover as much, the one that says it in
/// words rare among these sentences is the better answer, and of two that say as much, the one that reports begin with.
/// </summary>
/// <remarks>
/// The shares were chosen among two hundred on the even lines of CLAP NQ and XQuAD (English), and lie on a plateau: a fifth
/// more or less of any moves the share of right first sentences there by less than a hundredth. Rejected,
/// since they gain on one collection and lose on another: pairs of neighbouring terms, likeness of word beginnings,
/// sentences that define, weighing less what the title says, what the sentence covers without its neighbours, its length,
/// its names and numbers, and more for the kind of answer asked for.
/// </remarks>
internal static class SentenceRanking
{
    // Beside the evidence, which counts once.
    private const double CoveredShare = 1;
    private const double Bm25Share = 0.1;
    private const double PassageShare = 0.2;
    private const double LeadShare = 0.13;

    /// <summary>How many sentences from the lead it is to a share of 1/e.</summary>
    private const double LeadLength = 2.5;

    /// <param name="Covered">The share of the question that it covers, whatever it lacks besides.</param>
    /// <param name="PassageScore">Of the passage it stands in, as a share of the best one's.</param>
    public readonly record struct Candidate(WeighedSentence Sentence, double Covered, double PassageScore);

    public static IEnumerable<WeighedSentence> Order(Query query, IReadOnlyList<Candidate> candidates, TermCounts counts)
    {
        var bm25 = Bm25(query, [.. candidates.Select(candidate => candidate.Sentence.Read.Sentence)], counts);
        return candidates.Index()
            .OrderByDescending(pair => pair.Item.Sentence.Evidence + CoveredShare * pair.Item.Covered + Bm25Share * bm25[pair.Index] + PassageShare * pair.Item.PassageScore + LeadShare * Earliness(pair.Item.Sentence.Read.Sentence))
            .ThenBy(pair => pair.Item.Sentence.Read.Sentence.Index)
            .Select(pair => pair.Item.Sentence);
    }

    /// <summary>1 for the first sentence below the headings, and ever less.</summary>
    private static double Earliness(Sentence sentence) =>
        Math.Exp((sentence.Document.Sentences.TakeWhile(first => first.IsHeading).Count() - sentence.Index) / LeadLength);

    /// <summary>BM25 with these sentences as the collection: what all of them say tells none from another.</summary>
    private static double[] Bm25(Query query, IReadOnlyList<Sentence> sentences, TermCounts counts)
    {
        var weights = query.SearchTerms.GroupBy(search => search.Term).ToDictionary(group => group.Key, group => group.Sum(search => search.Weight));
        var frequencies = sentences.SelectMany(counts.In).CountBy(term => term.Key).ToDictionary();
        var averageLength = sentences.Count == 0 ? 1 : Math.Max(1, sentences.Average(counts.Length));
        return [.. sentences.Select(sentence => counts.In(sentence).Sum(term => Score(term.Key, term.Value, counts.Length(sentence) / averageLength)))];

        double Score(string term, int frequency, double length) =>
            weights.GetValueOrDefault(term) * Math.Log(1 + (sentences.Count - frequencies[term] + 0.5) / (frequencies[term] + 0.5))
            * frequency * (RankingParameters.K1 + 1) / (frequency + RankingParameters.K1 * (1 - RankingParameters.B + RankingParameters.B * length));
    }
}
