using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// A rough sound of a word, the same for its usual spellings in Latin and Cyrillic: Марченко, Marchenko and Марченка all
/// give "marcenk". Built on the Ukrainian national (2010) and Russian BGN/PCGN romanisations, with what spellings differ
/// in left out: i/y/j, h/g/kh, soft signs, doubled letters, vowels at the end.
/// </summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> Cyrillic = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ё'] = "io", ['ж'] = "zh",
        ['з'] = "z", ['и'] = "i", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o",
        ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "shch", ['ъ'] = "", ['ы'] = "i", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia", ['\''] = "",
    };

    private static readonly (string From, string To)[] Merges =
    [
        ("shch", "S"), ("sch", "S"), ("tch", "C"), ("ch", "C"), ("sh", "S"), ("zh", "Z"), ("kh", "g"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"),
        ("ck", "k"), ("ks", "x"), ("h", "g"), ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("ii", "i"), ("ie", "e"), ("io", "o"),
    ];

    /// <summary><paramref name="stem"/> is a lower-case word without its case ending.</summary>
    public static string Skeleton(string stem)
    {
        var latin = new StringBuilder(stem.Length + 4);
        foreach (var c in stem)
        {
            if (Cyrillic.TryGetValue(c, out var letters)) latin.Append(letters);
            else latin.Append(c);
        }
        foreach (var (from, to) in Merges) latin.Replace(from, to);
        var skeleton = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var isHard = latin[i] == 'c' && (i + 1 == latin.Length || latin[i + 1] is not ('e' or 'i'));
            var c = isHard && !IsCyrillic(stem) ? 'k' : latin[i];
            if (c != '\'' && (skeleton.Length == 0 || skeleton[^1] != c)) skeleton.Append(c);
        }
        while (skeleton.Length > 3 && skeleton[^1] is 'a' or 'e' or 'i' or 'o' or 'u') skeleton.Length--;
        return skeleton.ToString();
    }

    private static bool IsCyrillic(string word) => word.Any(c => c is >= 'Ѐ' and <= 'ӿ');
}
