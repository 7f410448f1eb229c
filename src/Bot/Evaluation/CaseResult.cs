using Bot.Citations;
using Bot.Evidence;

namespace Bot.Evaluation;

/// <summary>A case with its answer.</summary>
/// <param name="Failures">Empty where the answer does as expected.</param>
/// <param name="Ranked">The sentences the answer was to be composed of, best first, whatever the threshold and however few of them are shown.</param>
internal sealed record CaseResult(Case Case, CheckedAnswer Answer, IReadOnlyList<string> Failures, IReadOnlyList<WeighedSentence> Ranked)
{
    /// <summary>Of the best sentence, whether or not it was enough to answer.</summary>
    public double Evidence => WeighedSentence.MostEvidence(Ranked);

    public bool Passed => Failures.Count == 0;
}
