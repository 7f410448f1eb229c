namespace Bot.Evidence;

/// <summary>Where evidence becomes enough; set on the cases in tests/cases, see `eval answers`.</summary>
internal static class EvidenceThreshold
{
    /// <summary>Below it the sources do not say.</summary>
    public const double Answered = 0.55;

    /// <summary>Above it a sentence is near enough to be offered when the sources do not say.</summary>
    public const double Near = 0.4;
}
