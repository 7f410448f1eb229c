using Bot.Citations;

namespace Bot.Evaluation;

/// <summary>A case with its answer.</summary>
/// <param name="Failures">Empty where the answer does as expected.</param>
/// <param name="Unsilenced">The answer with the threshold ignored: what would be said if the bot were never silent.</param>
internal sealed record CaseResult(Case Case, CheckedAnswer Answer, IReadOnlyList<string> Failures, CheckedAnswer Unsilenced)
{
    public bool Passed => Failures.Count == 0;
}
