namespace Bot.Retrieval;

/// <summary>
/// What the ranking of passages is tuned by. The values were chosen on the even lines of XQuAD (English; Russian; Russian
/// questions on English text) among some thirty, and lie on a plateau: each of them a fifth larger or smaller changes
/// nDCG@10 there by at most 0.003. On the odd lines, before and after: 0.967 to 0.975, 0.953 to 0.964, 0.752 to 0.766; then
/// names as they stand and their consonants came in. `eval retrieval` prints today's.
/// </summary>
internal static class RankingParameters
{
    /// <summary>How soon further occurrences of a term in a passage stop counting (BM25's k1).</summary>
    public const double K1 = 0.6;

    /// <summary>How much a passage's length counts against it (BM25's b).</summary>
    public const double B = 0.5;

    /// <summary>Exponent of a term's weight in the question: what says so much about an answer says less about where it stands.</summary>
    public const double Evenness = 0.2;

    /// <summary>Share of a name or common word by what it means, in any language and by any synonym.</summary>
    public const double Meaning = 0.7;

    /// <summary>Share of the very word that is asked with: alone it is worth 0.007 of nDCG@10 in English, 0.008 in Russian.</summary>
    public const double Wording = 0.5;

    /// <summary>Share of a name's consonants alone: more finds more across languages (0.35: +0.004) and less within one (0.35: -0.002).</summary>
    public const double Frame = 0.1;

    /// <summary>Share of a narrower concept: a summit, where a meeting is asked for.</summary>
    public const double Narrower = 0.3;
}
