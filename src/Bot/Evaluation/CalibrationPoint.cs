using Bot.Citations;
using Bot.Linguistics;

namespace Bot.Evaluation;

/// <summary>What another threshold of evidence would do: for each language, how many of the questions that the sources answer would be answered, and how many of the others refused.</summary>
/// <param name="Language">A code; "all" for all together.</param>
/// <param name="Answered">Share of the cases that expect an answer with at least this evidence; null where there are none.</param>
/// <param name="Refused">Share of the cases that expect silence with less.</param>
internal sealed record CalibrationPoint(string Language, double Threshold, double? Answered, double? Refused)
{
    private const string All = "all";
    private const double Step = 0.05;

    /// <summary>From 0.05 to 0.95, language by language.</summary>
    public static IReadOnlyList<CalibrationPoint> Of(IReadOnlyList<CaseResult> results) =>
    [
        .. results.GroupBy(result => result.Answer.Language.Code()).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Cases: group.ToList())).Append((All, [.. results]))
            .SelectMany(group => Enumerable.Range(1, 19).Select(step => At(group.Key, Math.Round(step * Step, 2), group.Cases))),
    ];

    /// <summary>The share refused at the highest threshold that still answers this share of those that can be; null where either kind is missing.</summary>
    public static double? RefusedWhileAnswering(double share, IReadOnlyList<CaseResult> results)
    {
        var covered = Evidence(results, AnswerStatus.Answered).OrderDescending().ToList();
        if (covered.Count == 0) return null;
        return At(All, covered[(int)Math.Ceiling(share * covered.Count) - 1], results).Refused;
    }

    private static CalibrationPoint At(string language, double threshold, IReadOnlyList<CaseResult> results) => new(
        language, threshold,
        Share(Evidence(results, AnswerStatus.Answered), evidence => evidence >= threshold), Share(Evidence(results, AnswerStatus.NotInSources), evidence => evidence < threshold));

    /// <summary>Of the cases that expect this status.</summary>
    private static List<double> Evidence(IReadOnlyList<CaseResult> results, AnswerStatus expected) =>
        [.. results.Where(result => result.Case.Expect.Status == expected).Select(result => result.Evidence)];

    private static double? Share(List<double> evidence, Func<double, bool> counts) => evidence.Count == 0 ? null : (double)evidence.Count(counts) / evidence.Count;
}
