using System.Buffers;

namespace Bot.Linguistics;

/// <summary>
/// The Snowball Russian stemmer by Martin Porter.
/// The classes of endings and the steps are those of https://snowballstem.org/algorithms/russian/stemmer.html.
/// </summary>
internal static class RussianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    private static readonly EndingClass PerfectiveGerund = new(
        AfterAOrYa: new("в", "вши", "вшись"),
        Anywhere: new("ив", "ивши", "ившись", "ыв", "ывши", "ывшись"));

    private static readonly SuffixList Reflexive = new("ся", "сь");

    private static readonly SuffixList Adjective = new(
        "ее", "ие", "ые", "ое", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом",
        "его", "ого", "ему", "ому", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею");

    private static readonly EndingClass Participle = new(
        AfterAOrYa: new("ем", "нн", "вш", "ющ", "щ"),
        Anywhere: new("ивш", "ывш", "ующ"));

    private static readonly EndingClass Verb = new(
        AfterAOrYa: new(
            "ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "ть", "ешь", "нно"),
        Anywhere: new(
            "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им", "ым", "ен",
            "ило", "ыло", "ено", "ят", "ует", "уют", "ит", "ыт", "ены", "ить", "ыть", "ишь", "ую", "ю"));

    private static readonly SuffixList Noun = new(
        "а", "ев", "ов", "ие", "ье", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой", "ий", "й",
        "иям", "ям", "ием", "ем", "ам", "ом", "о", "у", "ах", "иях", "ях", "ы", "ь", "ию", "ью", "ю", "ия", "ья", "я");

    private static readonly SuffixList Superlative = new("ейш", "ейше");
    private static readonly SuffixList Derivational = new("ост", "ость");

    public static string Stem(string word)
    {
        word = word.Replace('ё', 'е');

        int rv = Regions.AfterFirstVowel(word, Vowels);
        int r1 = Regions.AfterVowelAndConsonant(word, 0, Vowels);
        int r2 = Regions.AfterVowelAndConsonant(word, r1, Vowels);

        // R1 and R2 never start before RV, so what the steps cut off always lies in RV.
        ReadOnlySpan<char> region = word.AsSpan(rv);
        region = RemoveInflection(region);
        region = RemoveFinalI(region);
        region = RemoveDerivational(region, r2 - rv);
        region = TidyUp(region);

        return word[..(rv + region.Length)];
    }

    /// <summary>Step 1.</summary>
    private static ReadOnlySpan<char> RemoveInflection(ReadOnlySpan<char> region)
    {
        int gerund = PerfectiveGerund.LongestAtEndOf(region);
        if (gerund > 0)
        {
            return region[..^gerund];
        }

        region = region[..^Reflexive.LongestAtEndOf(region)];
        int ending = AdjectivalLength(region);
        if (ending == 0)
        {
            ending = Verb.LongestAtEndOf(region);
        }

        if (ending == 0)
        {
            ending = Noun.LongestAtEndOf(region);
        }

        return region[..^ending];
    }

    private static int AdjectivalLength(ReadOnlySpan<char> region)
    {
        int adjective = Adjective.LongestAtEndOf(region);
        return adjective == 0 ? 0 : adjective + Participle.LongestAtEndOf(region[..^adjective]);
    }

    /// <summary>Step 2.</summary>
    private static ReadOnlySpan<char> RemoveFinalI(ReadOnlySpan<char> region) =>
        region is [.., 'и'] ? region[..^1] : region;

    /// <summary>Step 3.</summary>
    private static ReadOnlySpan<char> RemoveDerivational(ReadOnlySpan<char> region, int r2) =>
        region[..^Derivational.LongestAtEndOf(Regions.Within(region, r2))];

    /// <summary>Step 4.</summary>
    private static ReadOnlySpan<char> TidyUp(ReadOnlySpan<char> region)
    {
        int superlative = Superlative.LongestAtEndOf(region);
        if (superlative > 0)
        {
            return UndoubleN(region[..^superlative]);
        }

        return region is [.., 'ь'] ? region[..^1] : UndoubleN(region);
    }

    private static ReadOnlySpan<char> UndoubleN(ReadOnlySpan<char> region) =>
        region is [.., 'н', 'н'] ? region[..^1] : region;

    /// <summary>A class in which some endings count only after а or я.</summary>
    private sealed record EndingClass(SuffixList AfterAOrYa, SuffixList Anywhere)
    {
        public int LongestAtEndOf(ReadOnlySpan<char> region)
        {
            int anywhere = Anywhere.LongestAtEndOf(region);
            int afterAOrYa = AfterAOrYa.LongestAtEndOf(region);
            if (afterAOrYa <= anywhere)
            {
                return anywhere;
            }

            return region[..^afterAOrYa] is [.., 'а' or 'я'] ? afterAOrYa : 0;
        }
    }
}
