using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// The compatibility forms of letters and digits that texts hold, as Unicode's NFKC reads them: "ﬁ" as "fi", "Ｋ" and "𝐊"
/// as "K". The runtime's own normalisation leaves all but ASCII alone under invariant globalisation.
/// </summary>
internal static class CompatibilityForms
{
    private const int FullWidthOffset = 0xFEE0;
    private const int LettersOfBothCases = 52;

    private static readonly string[] RomanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary><paramref name="text"/> with its compatibility forms replaced.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Plain(rune.Value) is { } plain) folded.Append(plain);
            else folded.Append(rune.ToString());
        }
        return folded.ToString();
    }

    private static string? Plain(int rune) => rune switch
    {
        '²' or '³' => rune == '²' ? "2" : "3",
        >= '₀' and <= '₉' => Digit(rune - '₀'),
        >= 'Ⅰ' and <= 'Ⅿ' => RomanNumerals[rune - 'Ⅰ'],
        >= 'ⅰ' and <= 'ⅿ' => RomanNumerals[rune - 'ⅰ'].ToLowerInvariant(),
        >= 'ﬀ' and <= 'ﬆ' => Ligatures[rune - 'ﬀ'],
        >= '！' and <= '～' => $"{(char)(rune - FullWidthOffset)}",
        // The mathematical alphabets, one behind the other, and then their digits.
        >= 0x1D400 and <= 0x1D6A3 when (rune - 0x1D400) % LettersOfBothCases is var letter => $"{(char)(letter < 26 ? 'A' + letter : 'a' + letter - 26)}",
        >= 0x1D7CE and <= 0x1D7FF => Digit((rune - 0x1D7CE) % 10),
        _ => null,
    };

    private static string Digit(int value) => $"{(char)('0' + value)}";
}
