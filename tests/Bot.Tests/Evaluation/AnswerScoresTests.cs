using Bot.Citations;
using Bot.Evaluation;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Evaluation;

public class AnswerScoresTests
{
    private static CaseResult Result(AnswerStatus expected, double evidence, params string[] sentences)
    {
        var answer = Some.AnswerOf(sentences) with { Evidence = evidence, Status = expected };
        var one = new Case($"c{evidence}", "q", Language.English, null, new Expectation(expected, expected is AnswerStatus.Answered ? ["right"] : [], [], false, []));
        return new CaseResult(one, answer, one.Expect.Failures(answer), Some.Ranked(evidence, sentences));
    }

    [Fact]
    public void The_AUC_is_the_share_of_pairs_in_the_right_order_ties_counting_half()
    {
        var scores = AnswerScores.Of([Result(AnswerStatus.Answered, 0.9, "right"), Result(AnswerStatus.Answered, 0.5, "right"), Result(AnswerStatus.NotInSources, 0.5, "near"), Result(AnswerStatus.NotInSources, 0.7, "near")]);

        // Of four pairs: 0.9 beats both, 0.5 ties one and loses to the other.
        Assert.Equal(2.5 / 4, scores.EvidenceAuc);
    }

    [Fact]
    public void For_every_threshold_it_is_told_what_would_be_answered_and_what_refused()
    {
        var scores = AnswerScores.Of([Result(AnswerStatus.Answered, 0.9, "right"), Result(AnswerStatus.Answered, 0.5, "right"), Result(AnswerStatus.NotInSources, 0.45, "near"), Result(AnswerStatus.NotInSources, 0.7, "near")]);

        Assert.Equal(["en", "all"], scores.Calibration.Select(point => point.Language).Distinct());
        Assert.Equal((0.5, 0.5), At(0.55));
        Assert.Equal((1.0, 0.5), At(0.5));
        Assert.Equal((0.5, 1.0), At(0.75));

        (double?, double?) At(double threshold) => scores.Calibration.Where(point => point.Language == "all" && point.Threshold == threshold).Select(point => (point.Answered, point.Refused)).Single();
    }

    [Fact]
    public void What_is_refused_while_nine_in_ten_are_answered_is_told()
    {
        var covered = Enumerable.Range(1, 10).Select(number => Result(AnswerStatus.Answered, number / 10.0, "right"));

        // Nine of the ten lie at 0.2 and above.
        Assert.Equal(0.5, AnswerScores.Of([.. covered, Result(AnswerStatus.NotInSources, 0.15, "near"), Result(AnswerStatus.NotInSources, 0.25, "near")]).RefusedAt90);
    }

    [Fact]
    public void A_quote_counts_at_the_rank_of_its_sentence()
    {
        var scores = AnswerScores.Of([Result(AnswerStatus.Answered, 0.9, "right"), Result(AnswerStatus.Answered, 0.8, "wrong", "right"), Result(AnswerStatus.Answered, 0.7, "a", "b", "c", "right")]);

        Assert.Equal((1.0 / 3, 2.0 / 3), (scores.FirstStatement, scores.FirstThreeStatements));
    }

    [Fact]
    public void A_case_fails_for_each_thing_it_does_not_do()
    {
        var expect = new Expectation(AnswerStatus.NotInSources, ["absent"], ["Nobody"], Positions: true, ["right"]);

        Assert.Equal(5, expect.Failures(Some.AnswerOf("right")).Count);
    }
}
