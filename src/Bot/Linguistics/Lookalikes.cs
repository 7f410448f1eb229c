using System.Text;

namespace Bot.Linguistics;

/// <summary>Letters that look alike in both alphabets: typed in the wrong one («Kиїв» with a Latin K), a word is still what it looks like.</summary>
internal static class Lookalikes
{
    private const string Latin = "aceopxyikmthb";
    private const string Cyrillic = "асеорхуікмтнв";

    /// <summary>Puts the lower-case letters of the rarer alphabet into the other one, if each of them has its like there.</summary>
    public static void Unify(StringBuilder word, bool mostlyCyrillic)
    {
        var (from, to) = mostlyCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        for (var at = 0; at < word.Length; at++)
        {
            if (char.IsAsciiLetter(word[at]) == mostlyCyrillic && char.IsLetter(word[at]) && !from.Contains(word[at])) return;
        }
        for (var at = 0; at < word.Length; at++)
        {
            if (from.IndexOf(word[at]) is >= 0 and var like) word[at] = to[like];
        }
    }
}
