using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>How much it tells that a word of a translation has no counterpart.</summary>
internal static class Translated
{
    /// <summary>A word that neither lexicon nor glossary knows cannot be looked up in another language.</summary>
    private const double Unknown = 0.35;

    public static double Weight(Unit unit) => unit.Kind is UnitKind.Word ? Unknown : 1;
}
