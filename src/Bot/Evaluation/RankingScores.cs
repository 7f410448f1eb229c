namespace Bot.Evaluation;

/// <summary>How good one ranking is, each in [0, 1], by the definitions of trec_eval.</summary>
/// <param name="Ndcg10">Normalised discounted cumulative gain of the first ten: the gain is the grade, the discount log2(rank + 1) (Järvelin and Kekäläinen 2002).</param>
/// <param name="Recall100">Share of the relevant documents among the first hundred.</param>
/// <param name="Mrr10">1 / rank of the first relevant one among the first ten, else 0.</param>
internal readonly record struct RankingScores(double Ndcg10, double Recall100, double Mrr10)
{
    /// <param name="ranking">Documents, the best first.</param>
    /// <param name="grades">Of the relevant documents; at least one.</param>
    public static RankingScores Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var gain = Gain(ranking.Take(10).Select(document => grades.GetValueOrDefault(document)));
        var first = ranking.Take(10).Index().Where(ranked => grades.ContainsKey(ranked.Item)).Select(ranked => ranked.Index + 1).FirstOrDefault();
        return new RankingScores(
            gain / Gain(grades.Values.OrderDescending().Take(10)),
            (double)ranking.Take(100).Count(grades.ContainsKey) / grades.Count,
            first == 0 ? 0 : 1.0 / first);
    }

    public static RankingScores Mean(IReadOnlyCollection<RankingScores> all) =>
        new(all.Average(scores => scores.Ndcg10), all.Average(scores => scores.Recall100), all.Average(scores => scores.Mrr10));

    private static double Gain(IEnumerable<int> grades) => grades.Index().Sum(graded => graded.Item / Math.Log2(graded.Index + 2));
}
