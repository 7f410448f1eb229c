using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// A rough sound of a word, the same for its usual spellings in Latin and Cyrillic: Марченко, Marchenko and Марченка all
/// give "marcenk". Built on the Ukrainian national (2010) and Russian BGN/PCGN romanisations, with what spellings differ
/// in left out: i/y/j, h/g/kh, soft signs, doubled letters, vowels at the end.
/// </summary>
internal static class Transliteration
{
    private const int LeastConsonants = 2;
    private const string Vowels = "aeiou";

    private static readonly Dictionary<char, string> Cyrillic = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ё'] = "io", ['ж'] = "zh",
        ['з'] = "z", ['и'] = "i", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o",
        ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "shch", ['ъ'] = "", ['ы'] = "i", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia", ['\''] = "",
    };

    private static readonly Merge[] Merges =
    [
        new("shch", "S"), new("tsch", "C"), new("sch", "S"), new("tch", "C"), new("ch", "C"), new("sh", "S"), new("zh", "Z"), new("kh", "g"), new("gh", "g"), new("ph", "f"), new("th", "t"), new("ts", "Q"), new("tz", "Q"),
        new("ck", "k"), new("ks", "x"), new("h", "g"), new("y", "i"), new("j", "i"), new("w", "v"), new("q", "k"), new("ii", "i"), new("ie", "e"), new("io", "o"),
    ];

    /// <summary>A replacement, looked for only in words that hold all its letters.</summary>
    private sealed record Merge(string From, string To)
    {
        private readonly uint from = LettersOf(From);
        private readonly uint to = LettersOf(To);

        public void In(StringBuilder word, ref uint letters)
        {
            if ((letters & from) != from) return;
            word.Replace(From, To);
            letters |= to;
        }

        /// <summary>A bit for each letter, capitals and small ones alike.</summary>
        public static uint LettersOf(string text) => text.Aggregate(0u, (letters, c) => letters | 1u << c);
    }

    /// <summary><paramref name="stem"/> is a lower-case word without its case ending.</summary>
    public static string Skeleton(string stem)
    {
        var latin = new StringBuilder(stem.Length + 4);
        foreach (var c in stem)
        {
            if (Cyrillic.TryGetValue(c, out var sound)) latin.Append(sound);
            else latin.Append(c);
        }
        var letters = Merge.LettersOf(latin.ToString());
        foreach (var merge in Merges) merge.In(latin, ref letters);
        var skeleton = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            // A Latin c is a k, but before e and i what ц is.
            var c = latin[i] != 'c' ? latin[i] : i + 1 < latin.Length && latin[i + 1] is 'e' or 'i' ? 'Q' : 'k';
            if (c != '\'' && (skeleton.Length == 0 || skeleton[^1] != c)) skeleton.Append(c);
        }
        while (skeleton.Length > 3 && Vowels.Contains(skeleton[^1])) skeleton.Length--;
        return skeleton.ToString();
    }

    /// <summary>
    /// What is left of a skeleton without its vowels, where languages that share a name differ most: Львів and Lvov, Ніжин
    /// and Nezhin. Null where too few consonants are left to tell names apart.
    /// </summary>
    public static string? Frame(string skeleton)
    {
        var consonants = string.Concat(skeleton.Where(c => !Vowels.Contains(c)));
        if (consonants.Length < LeastConsonants) return null;
        // That there is a vowel at the beginning tells names apart, but not which: Олександр and Alexander.
        return Vowels.Contains(skeleton[0]) ? "A" + consonants : consonants;
    }
}
