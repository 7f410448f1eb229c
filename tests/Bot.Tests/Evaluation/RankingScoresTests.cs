using Bot.Evaluation;

namespace Bot.Tests.Evaluation;

public class RankingScoresTests
{
    private static RankingScores Score(string[] ranking, params (string Document, int Grade)[] grades) =>
        RankingScores.Of(ranking, grades.ToDictionary(graded => graded.Document, graded => graded.Grade));

    /// <summary>The worked example of Järvelin and Kekäläinen's measure on Wikipedia: DCG 6.861, ideal 7.141 of six documents, with linear gain.</summary>
    [Fact]
    public void Gain_is_the_grade_discounted_by_the_logarithm_of_the_rank()
    {
        var scores = Score(["d1", "d2", "d3", "d4", "d5", "d6"], ("d1", 3), ("d2", 2), ("d3", 3), ("d5", 1), ("d6", 2));

        Assert.Equal(6.8611 / 7.1410, scores.Ndcg10, 3);
    }

    [Theory]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(2, 0.6309, 0.5)]
    [InlineData(10, 0.2891, 0.1)]
    [InlineData(11, 0, 0)]
    public void One_relevant_document_scores_by_its_rank(int rank, double ndcg, double mrr)
    {
        var scores = Score([.. Enumerable.Range(1, 20).Select(place => place == rank ? "right" : $"wrong {place}")], ("right", 1));

        Assert.Equal((ndcg, mrr, 1.0), (Math.Round(scores.Ndcg10, 4), scores.Mrr10, scores.Recall100));
    }

    [Fact]
    public void What_is_not_found_counts_against_the_ideal()
    {
        var scores = Score(["a", "x"], ("a", 1), ("b", 1));

        Assert.Equal((1 / (1 + 1 / Math.Log2(3)), 0.5), (scores.Ndcg10, scores.Recall100));
    }

    [Fact]
    public void More_than_ten_relevant_documents_can_be_ranked_perfectly() =>
        Assert.Equal(1, Score([.. Enumerable.Range(1, 12).Select(place => $"{place}")], [.. Enumerable.Range(1, 12).Select(place => ($"{place}", 1))]).Ndcg10);
}
