using System.Buffers;

namespace Bot.Linguistics;

/// <summary>
/// The regions RV, R1 and R2 of the Snowball stemmers, each given by the index at which it starts.
/// See https://snowballstem.org/texts/r1r2.html.
/// </summary>
internal static class Regions
{
    public static int AfterFirstVowel(ReadOnlySpan<char> word, SearchValues<char> vowels)
    {
        int vowel = word.IndexOfAny(vowels);
        return vowel < 0 ? word.Length : vowel + 1;
    }

    /// <summary>After the first non-vowel that follows a vowel, looking from <paramref name="start"/> on.</summary>
    public static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int start, SearchValues<char> vowels)
    {
        int afterVowel = start + AfterFirstVowel(word[start..], vowels);
        int consonant = word[afterVowel..].IndexOfAnyExcept(vowels);
        return consonant < 0 ? word.Length : afterVowel + consonant + 1;
    }

    /// <summary>The part of <paramref name="word"/> in a region, empty if the word has become shorter than that.</summary>
    public static ReadOnlySpan<char> Within(ReadOnlySpan<char> word, int region) =>
        region < word.Length ? word[region..] : [];
}
