using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Citations;
using Bot.Linguistics;

namespace Bot.Evaluation;

/// <summary>What a run of cases came to.</summary>
/// <param name="FirstStatement">
/// Share of answerable cases whose best sentence holds an expected quote. Sentences count in their order as they are
/// ranked, with the threshold ignored, and before it is decided how many are shown; what is reprinted counts once.
/// </param>
/// <param name="FirstThreeStatements">The same for the best three.</param>
/// <param name="EvidenceAuc">
/// Probability that an answered case's evidence is above a notInSources case's, ties counting half (the area under the
/// ROC curve, by the Mann-Whitney statistic); null where one kind is missing.
/// </param>
/// <param name="RefusedAt90">Share of the notInSources cases refused by the threshold that answers 90 % of the others.</param>
internal sealed record AnswerScores(int Cases, int Passed, IReadOnlyList<GroupScore> Groups, double? FirstStatement, double? FirstThreeStatements, double? EvidenceAuc, double? RefusedAt90, IReadOnlyList<CalibrationPoint> Calibration)
{
    public static AnswerScores Of(IReadOnlyList<CaseResult> results)
    {
        var answerable = results.Where(result => result.Case.Expect is { Status: AnswerStatus.Answered, Quotes.Count: > 0 }).ToList();
        return new AnswerScores(
            results.Count, results.Count(result => result.Passed),
            [.. results.GroupBy(result => (Language: result.Answer.Language, result.Case.Expect.Status)).OrderBy(group => group.Key)
                .Select(group => new GroupScore(group.Key.Language.Code(), group.Key.Status.Name(), group.Count(), group.Count(result => result.Passed)))],
            Share(answerable, 1), Share(answerable, 3),
            Auc([.. Evidence(results, AnswerStatus.Answered)], [.. Evidence(results, AnswerStatus.NotInSources)]),
            CalibrationPoint.RefusedWhileAnswering(0.9, results), CalibrationPoint.Of(results));
    }

    public string ToLine() => JsonSerializer.Serialize(this, AnswerScoresContext.Default.AnswerScores);

    private static IEnumerable<double> Evidence(IEnumerable<CaseResult> results, AnswerStatus expected) =>
        results.Where(result => result.Case.Expect.Status == expected).Select(result => result.Evidence);

    private static double? Share(List<CaseResult> answerable, int statements) =>
        answerable.Count == 0 ? null : (double)answerable.Count(result => result.Case.Expect.RankOfQuote(result.Ranked) <= statements) / answerable.Count;

    private static double? Auc(double[] above, double[] below) =>
        above.Length == 0 || below.Length == 0 ? null
        : above.Sum(high => below.Sum(low => high > low ? 1.0 : high == low ? 0.5 : 0)) / above.Length / below.Length;
}

internal sealed record GroupScore(string Language, string Expected, int Cases, int Passed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerScores))]
internal sealed partial class AnswerScoresContext : JsonSerializerContext;
