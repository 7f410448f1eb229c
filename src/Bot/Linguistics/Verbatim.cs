using System.Globalization;
using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// When two texts are the same words: after Unicode's composed form (NFC), with white space, quotation marks, apostrophes and
/// dashes each of one kind. Nothing else is forgiven, not a letter's case.
/// </summary>
internal static class Verbatim
{
    public static bool AreEqual(string one, string other) => Normalise(one).Trim() == Normalise(other).Trim();

    public static bool IsIn(string words, string text) => Normalise(text).Contains(Normalise(words).Trim(), StringComparison.Ordinal);

    /// <summary>Where the words stand in a part of a text, in the text's own units; null where they do not.</summary>
    public static TextSpan? Find(string words, string text, TextSpan within)
    {
        var sought = Normalise(words).Trim();
        if (sought.Length == 0) return null;
        var (normal, places) = NormaliseWithPlaces(text, within);
        var at = normal.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(places[at].Start, places[at + sought.Length - 1].End);
    }

    private static string Normalise(string text) => NormaliseWithPlaces(text, new TextSpan(0, text.Length)).Text;

    /// <summary>The normal form, and for each of its characters where what it stands for was.</summary>
    private static (string Text, List<TextSpan> Places) NormaliseWithPlaces(string text, TextSpan within)
    {
        var normal = new StringBuilder(within.Length);
        var places = new List<TextSpan>(within.Length);
        for (var at = within.Start; at < within.End;)
        {
            var end = at + 1;
            while (end < within.End && (char.IsLowSurrogate(text[end]) || CharUnicodeInfo.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark)) end++;
            foreach (var c in end - at == 1 ? text[at].ToString() : Composed(text[at..end]))
            {
                if (Fold(c) is not { } folded || (folded == ' ' && normal.Length > 0 && normal[^1] == ' ')) continue;
                normal.Append(folded);
                places.Add(new TextSpan(at, end));
            }
            at = end;
        }
        return (normal.ToString(), places);
    }

    private static string Composed(string letter)
    {
        try
        {
            return letter.Normalize(NormalizationForm.FormC);
        }
        // A broken surrogate has no composed form.
        catch (ArgumentException)
        {
            return letter;
        }
    }

    private static char? Fold(char c) => c switch
    {
        _ when Tokenizer.IsInvisible(c) => null,
        _ when char.IsWhiteSpace(c) => ' ',
        '“' or '”' or '„' or '«' or '»' or '‟' or '″' or '"' => '"',
        _ when Tokenizer.IsApostrophe(c) => '\'',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        _ => c,
    };
}
