using Bot.Attribution;

namespace Bot.Evidence;

/// <summary>A sentence with how well it answers the question.</summary>
/// <param name="Evidence">In [0, 1]: the share of what was asked that the sentence and its neighbours cover, lowered where the kind of answer or the speaker asked for is missing, and, among many passages, by how little its own is about the question.</param>
/// <param name="FitsKind">It holds what kind of thing was asked for: a date for "when", a number for "how many".</param>
internal sealed record WeighedSentence(ReadSentence Read, double Evidence, bool FitsKind)
{
    /// <summary>How well the best of them answers; 0 where there is none.</summary>
    public static double MostEvidence(IEnumerable<WeighedSentence> sentences) => sentences.Select(sentence => sentence.Evidence).DefaultIfEmpty().Max();
}
