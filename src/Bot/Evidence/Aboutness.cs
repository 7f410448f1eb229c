using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>
/// How much a passage is about what was asked, in [0, 1]: 1 where it says the question's terms more than once, or under a
/// title that names them, and the question names the title's. Among many passages some hold any few words by chance; that
/// they come back to them is no chance. Terms count by their meaning, and so alike in every language.
/// </summary>
/// <remarks>
/// BM25 of the passage with its title as a second field, as a share of the most the question could have. Set on the even
/// lines of the silence that `tests/Bot.Benchmarks -- cases` makes; on the odd ones it refuses 95 % instead of 79 % of what
/// the corpus does not cover while it answers 90 % of what it does. A fifth less of <see cref="Enough"/> costs
/// 3 points there; a fifth more or less of any other value under 1.
/// </remarks>
internal sealed class Aboutness
{
    /// <summary>The sum that is as much as can be asked for.</summary>
    private const double Enough = 0.65;

    /// <summary>What the share of the title's terms that the question names is worth beside them.</summary>
    private const double TitleShare = 0.25;

    /// <summary>A term in the title counts as often.</summary>
    private const int TitleFrequency = 2;

    /// <summary>Among so many passages and more it counts in full; among fewer, where chance finds less, by their share of these.</summary>
    private const double ManyPassages = 200;

    /// <summary>How much a passage that is all about the question makes up for what a sentence lacks: a third at most, too little for one that lacks a name.</summary>
    private const double Vouched = 0.5;

    private readonly Query query;
    private readonly TermCounts counts;
    private readonly Readings readings;
    private readonly PassageIndex index;
    private readonly double[] weights;
    private readonly double averageLength;
    private readonly double chance;

    public Aboutness(Query query, IReadOnlyList<RankedPassage> passages, TermCounts counts, Readings readings, PassageIndex index)
    {
        (this.query, this.counts, this.readings, this.index) = (query, counts, readings, index);
        weights = [.. query.Terms.Select(term => Math.Pow(term.Weight, RankingParameters.Evenness) * RarityOf(term))];
        averageLength = passages.Count == 0 ? 1 : Math.Max(1, passages.Average(ranked => Length(ranked.Passage)));
        chance = Math.Min(1, index.Count / ManyPassages);
    }

    /// <summary>What is left of a sentence's evidence, or added to it, by the passage it stands in.</summary>
    public double Temper(double evidence, double aboutness) =>
        evidence * (1 - chance) + chance * aboutness * (evidence + Vouched) / (1 + Vouched);

    public double Of(Passage passage)
    {
        var title = readings.TermsOf(passage.Document).Title;
        var norm = 1 - RankingParameters.B + RankingParameters.B * Length(passage) / averageLength;
        var (sum, all) = (0.0, 0.0);
        for (var at = 0; at < weights.Length; at++)
        {
            var frequency = FrequencyOf(query.Terms[at], term => passage.Sentences.Sum(sentence => counts.In(sentence).GetValueOrDefault(term)) + (title.Contains(term) ? TitleFrequency : 0));
            all += weights[at];
            sum += weights[at] * frequency / (frequency + norm);
        }
        return all == 0 ? 0 : Math.Min(1, (sum / all + TitleShare * Named(title)) / Enough);
    }

    private int Length(Passage passage) => passage.Sentences.Sum(counts.Length);

    /// <summary>The share of a title's terms that the question names.</summary>
    private double Named(IReadOnlySet<string> title)
    {
        var meant = title.Where(term => term[0] is not (Unit.WordMark or Unit.FrameMark)).ToList();
        return meant.Count == 0 ? 0 : (double)meant.Count(query.Asks) / meant.Count;
    }

    private double RarityOf(QueryTerm term) =>
        term.Unit.Parts.Count == 0 || index.Holds(term.Term) ? index.IdfOf(term.Term) : term.Unit.Parts.Max(part => index.IdfOf(part.Term));

    /// <summary>Of the term itself, or of the rarest word of the phrase it is.</summary>
    private static int FrequencyOf(QueryTerm term, Func<string, int> count) =>
        Math.Max(count(term.Term), term.Unit.Parts.Select(part => count(part.Term)).DefaultIfEmpty().Min());
}
