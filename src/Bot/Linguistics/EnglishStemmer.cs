using System.Buffers;

namespace Bot.Linguistics;

/// <summary>
/// The Snowball English stemmer (Porter2, as of Snowball 3.1) by Martin Porter and Richard Boulton.
/// The names of steps and regions are those of https://snowballstem.org/algorithms/english/stemmer.html.
/// </summary>
internal static class EnglishStemmer
{
    private const int ShortestWordToStem = 3;
    private const int LongestWordOnStack = 64;

    /// <summary>A vowel y is marked by lower case, a consonant y by the capital.</summary>
    private const char ConsonantY = 'Y';

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private static readonly SearchValues<char> DoubledConsonants = SearchValues.Create("bdfgmnprt");
    private static readonly SearchValues<char> LettersBeforeLi = SearchValues.Create("cdeghkmnrt");

    private static readonly Dictionary<string, string> ExceptionalWords = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly string[] BeginningsBeforeR1 =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly string[] InvariantBeforeEed = ["proc", "exc", "succ"];
    private static readonly string[] InvariantBeforeIng = ["inn", "out", "cann", "herr", "earr", "even"];

    private static readonly SuffixList Possessives = new("'", "'s", "'s'");
    private static readonly SuffixList Step1aSuffixes = new("sses", "ied", "ies", "s", "us", "ss");
    private static readonly SuffixList Step1bSuffixes = new("eed", "eedly", "ed", "edly", "ing", "ingly");

    private static readonly Replacement[] Step2Replacements = LongestFirst(
        new("tional", "tion"),
        new("enci", "ence"),
        new("anci", "ance"),
        new("abli", "able"),
        new("entli", "ent"),
        new("izer", "ize"),
        new("ization", "ize"),
        new("ational", "ate"),
        new("ation", "ate"),
        new("ator", "ate"),
        new("alism", "al"),
        new("aliti", "al"),
        new("alli", "al"),
        new("fulness", "ful"),
        new("ousli", "ous"),
        new("ousness", "ous"),
        new("iveness", "ive"),
        new("iviti", "ive"),
        new("biliti", "ble"),
        new("bli", "ble"),
        new("ogist", "og"),
        new("ogi", "og"),
        new("fulli", "ful"),
        new("lessli", "less"),
        new("li", ""));

    private static readonly Replacement[] Step3Replacements = LongestFirst(
        new("tional", "tion"),
        new("ational", "ate"),
        new("alize", "al"),
        new("icate", "ic"),
        new("iciti", "ic"),
        new("ical", "ic"),
        new("ful", ""),
        new("ness", ""),
        new("ative", ""));

    private static readonly SuffixList Step4Suffixes = new(
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent",
        "ism", "ate", "iti", "ous", "ive", "ize", "ion");

    public static string Stem(string word)
    {
        if (word.Length < ShortestWordToStem)
        {
            return word;
        }

        if (ExceptionalWords.TryGetValue(word, out string? stem))
        {
            return stem == word ? word : stem;
        }

        Span<char> letters = word.Length <= LongestWordOnStack ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(letters);
        return StemRegularWord(word, letters);
    }

    private static string StemRegularWord(string word, Span<char> letters)
    {
        var text = new Text(letters[0] == '\'' ? letters[1..] : letters);
        text.MarkConsonantYs();
        text.FindRegions();

        RemovePossessive(ref text);
        RemovePlural(ref text);
        RemovePastOrParticiple(ref text);
        ReplaceFinalY(ref text);
        ReplaceDoubleSuffix(ref text);
        ReplaceAdjectivalSuffix(ref text);
        RemoveLongSuffix(ref text);
        RemoveFinalEOrL(ref text);

        text.UnmarkConsonantYs();
        return text.Letters.SequenceEqual(word) ? word : text.Letters.ToString();
    }

    /// <summary>Step 0.</summary>
    private static void RemovePossessive(ref Text text) =>
        text.RemoveLast(Possessives.LongestAtEndOf(text.Letters));

    /// <summary>Step 1a.</summary>
    private static void RemovePlural(ref Text text)
    {
        int length = Step1aSuffixes.LongestAtEndOf(text.Letters);
        switch (text.Letters[^length..])
        {
            case "sses":
                text.RemoveLast(2);
                break;
            case "ied" or "ies":
                text.RemoveLast(text.Length > 4 ? 2 : 1);
                break;
            case "s" when text.Length > 2 && text.Letters[..^2].ContainsAny(Vowels):
                text.RemoveLast(1);
                break;
        }
    }

    /// <summary>Step 1b.</summary>
    private static void RemovePastOrParticiple(ref Text text)
    {
        int length = Step1bSuffixes.LongestAtEndOf(text.Letters);
        ReadOnlySpan<char> suffix = text.Letters[^length..];
        ReadOnlySpan<char> rest = text.Letters[..^length];
        if (suffix is "eed" or "eedly")
        {
            RemoveEed(ref text, length);
        }
        else if (suffix is "ing" && rest is [not ('a' or 'e' or 'i' or 'o' or 'u' or 'y'), 'y'])
        {
            text.ReplaceLast(length + 1, "ie");
        }
        else if (length > 0 && rest.ContainsAny(Vowels) && !(suffix is "ing" && IsOneOf(rest, InvariantBeforeIng)))
        {
            text.RemoveLast(length);
            RestoreEnd(ref text);
        }
    }

    private static void RemoveEed(ref Text text, int length)
    {
        if (text.EndsInR1(length) && !IsOneOf(text.Letters[..^length], InvariantBeforeEed))
        {
            text.RemoveLast(length - "ee".Length);
        }
    }

    /// <summary>What follows the removal of a suffix in step 1b.</summary>
    private static void RestoreEnd(ref Text text)
    {
        if (text.EndsWith("at") || text.EndsWith("bl") || text.EndsWith("iz"))
        {
            text.Append('e');
        }
        else if (EndsWithDouble(text.Letters))
        {
            if (text.Letters is not ['a' or 'e' or 'o', _, _])
            {
                text.RemoveLast(1);
            }
        }
        else if (IsShort(text))
        {
            text.Append('e');
        }
    }

    /// <summary>Step 1c.</summary>
    private static void ReplaceFinalY(ref Text text)
    {
        if (text.Letters is [_, .., char before, 'y' or ConsonantY] && !IsVowel(before))
        {
            text.ReplaceLast(1, "i");
        }
    }

    /// <summary>Step 2.</summary>
    private static void ReplaceDoubleSuffix(ref Text text)
    {
        if (!TryFindInR1(text, Step2Replacements, out Replacement found))
        {
            return;
        }

        ReadOnlySpan<char> rest = text.Letters[..^found.Suffix.Length];
        bool applies = found.Suffix switch
        {
            "ogi" => rest is [.., 'l'],
            "li" => rest is [.., char before] && LettersBeforeLi.Contains(before),
            _ => true,
        };
        if (applies)
        {
            text.ReplaceLast(found.Suffix.Length, found.By);
        }
    }

    /// <summary>Step 3.</summary>
    private static void ReplaceAdjectivalSuffix(ref Text text)
    {
        if (TryFindInR1(text, Step3Replacements, out Replacement found)
            && (found.Suffix != "ative" || text.EndsInR2(found.Suffix.Length)))
        {
            text.ReplaceLast(found.Suffix.Length, found.By);
        }
    }

    /// <summary>Step 4.</summary>
    private static void RemoveLongSuffix(ref Text text)
    {
        int length = Step4Suffixes.LongestAtEndOf(text.Letters);
        bool applies = text.Letters is not [.., char before, 'i', 'o', 'n'] || before is 's' or 't';
        if (applies && text.EndsInR2(length))
        {
            text.RemoveLast(length);
        }
    }

    /// <summary>Step 5.</summary>
    private static void RemoveFinalEOrL(ref Text text)
    {
        bool applies = text.Letters switch
        {
            [.., 'e'] => text.EndsInR2(1) || (text.EndsInR1(1) && !EndsWithShortSyllable(text.Letters[..^1])),
            [.., 'l', 'l'] => text.EndsInR2(1),
            _ => false,
        };
        if (applies)
        {
            text.RemoveLast(1);
        }
    }

    private static bool TryFindInR1(in Text text, Replacement[] replacements, out Replacement found)
    {
        foreach (Replacement replacement in replacements)
        {
            if (text.EndsWith(replacement.Suffix))
            {
                found = replacement;
                return text.EndsInR1(replacement.Suffix.Length);
            }
        }

        found = default;
        return false;
    }

    private static bool IsShort(in Text text) => text.R1 >= text.Length && EndsWithShortSyllable(text.Letters);

    private static bool EndsWithShortSyllable(ReadOnlySpan<char> letters) => letters switch
    {
        [.., 'p', 'a', 's', 't'] => true,
        [char vowel, char last] => IsVowel(vowel) && !IsVowel(last),
        [.., char first, char vowel, char last] =>
            !IsVowel(first) && IsVowel(vowel) && !IsVowel(last) && last is not ('w' or 'x' or ConsonantY),
        _ => false,
    };

    private static bool EndsWithDouble(ReadOnlySpan<char> letters) =>
        letters is [.., char first, char second] && first == second && DoubledConsonants.Contains(second);

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    private static bool IsOneOf(ReadOnlySpan<char> letters, string[] words)
    {
        foreach (string word in words)
        {
            if (letters.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    private static Replacement[] LongestFirst(params Replacement[] replacements) =>
        [.. replacements.OrderByDescending(replacement => replacement.Suffix.Length)];

    private readonly record struct Replacement(string Suffix, string By);

    /// <summary>The word while it is being stemmed. No step makes it longer than it was at the start.</summary>
    private ref struct Text(Span<char> letters)
    {
        private readonly Span<char> _letters = letters;
        private int _r2;

        public int Length { get; private set; } = letters.Length;

        public int R1 { get; private set; }

        public readonly ReadOnlySpan<char> Letters => _letters[..Length];

        public readonly bool EndsWith(string suffix) => Letters.EndsWith(suffix, StringComparison.Ordinal);

        public readonly bool EndsInR1(int suffixLength) => Length - suffixLength >= R1;

        public readonly bool EndsInR2(int suffixLength) => Length - suffixLength >= _r2;

        public void RemoveLast(int count) => Length -= count;

        public void Append(char letter) => _letters[Length++] = letter;

        public void ReplaceLast(int count, string replacement)
        {
            Length -= count;
            replacement.CopyTo(_letters[Length..]);
            Length += replacement.Length;
        }

        public readonly void MarkConsonantYs()
        {
            for (int i = 0; i < Length; i++)
            {
                if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1])))
                {
                    _letters[i] = ConsonantY;
                }
            }
        }

        public readonly void UnmarkConsonantYs() => _letters[..Length].Replace(ConsonantY, 'y');

        public void FindRegions()
        {
            R1 = LengthOfExceptionalBeginning();
            if (R1 == 0)
            {
                R1 = Regions.AfterVowelAndConsonant(Letters, 0, Vowels);
            }

            _r2 = Regions.AfterVowelAndConsonant(Letters, R1, Vowels);
        }

        private readonly int LengthOfExceptionalBeginning()
        {
            foreach (string beginning in BeginningsBeforeR1)
            {
                if (Letters.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return beginning.Length;
                }
            }

            return 0;
        }
    }
}
