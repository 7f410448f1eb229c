using Bot.Attribution;
using Bot.Corpus;

namespace Bot.Composition;

/// <summary>What a composer proposes. Nothing of it was checked: it is never shown.</summary>
/// <param name="SpeakersDisagree">The statements carry claims of speakers who contradict each other.</param>
internal sealed record Draft(IReadOnlyList<DraftStatement> Statements, bool SpeakersDisagree);

/// <param name="Text">What is said.</param>
/// <param name="Citations">What it is said to rest on.</param>
/// <param name="Speaker">Whose claim it reports; null where it is the source's own.</param>
internal sealed record DraftStatement(string Text, IReadOnlyList<Citation> Citations, Speaker? Speaker);
