using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Linguistics;

/// <summary>
/// A light stemmer for Ukrainian, for which no standard algorithm exists. It is built like the Snowball Russian stemmer
/// (https://snowballstem.org/algorithms/russian/stemmer.html), with the endings of the Ukrainian declensions and conjugations
/// (https://en.wikipedia.org/wiki/Ukrainian_grammar), and aims above all to bring the forms of one word to one stem.
/// <list type="number">
/// <item>A word with a <see cref="KnownNouns">known noun stem</see> loses only its noun ending.</item>
/// <item>Otherwise a reflexive -ся or -сь is removed, and then an adjective ending or, failing that, a verb or a noun ending.</item>
/// <item>Vowels left at the end are removed, with -ува- if it follows a verb ending.</item>
/// <item>-іст- or -ост- is removed in R1, -іш- in R2, the participle suffix -ован- or -юч- in R1, and -ин- of -янин, -анин.</item>
/// <item>-ов-, -ев-, -єв- is removed except from verbs, since -ові, -еві, -єві may be a dative (Петрові: Петро or Петров).</item>
/// <item>A soft sign or apostrophe is removed, a long consonant shortened, and the е, о of -ець, -ок dropped.</item>
/// </list>
/// Nothing before RV, the region after the first vowel, is touched.
/// The alternation of і with о and е in the root is left alone: стіл and стола have different stems.
/// </summary>
internal static class UkrainianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеєиіїоуюя");
    private static readonly SearchValues<char> LongConsonants = SearchValues.Create("нлтдзсцчжш");

    private static readonly SuffixList Reflexive = new("ся", "сь");

    /// <summary>What a verb form ends in before -ся or -сь; keeps the noun Білорусь from losing its end.</summary>
    private static readonly SuffixList BeforeReflexive = new(
        "ть", "ти", "в", "ла", "ло", "ли", "є", "е", "ш", "мо", "те", "му", "ме", "ю", "жу", "чу", "шу", "щу", "ду", "чи", "ши", "й");

    private static readonly SuffixList Adjective = new(
        "ий", "ій", "їй", "ого", "його", "ому", "йому", "им", "ім", "їм", "ої", "йої", "ою", "йою",
        "их", "іх", "їх", "ими", "іми", "їми");

    private static readonly SuffixList VerbAnywhere = new(
        "є", "єш", "ємо", "єте", "ють", "уть", "еш", "емо", "ете", "иш", "їш", "ить", "їть", "еть", "єть", "имо", "їмо", "ать", "ять",
        "іть", "ймо", "йте", "учи", "ючи", "ачи", "ячи");

    /// <summary>Endings that count only after the vowel of the infinitive, or after г (допомогти, допомогла).</summary>
    private static readonly SuffixList VerbAfterThemeVowel = new(
        "ти", "в", "вши", "ла", "ло", "ли", "тиму", "тимеш", "тиме", "тимемо", "тимете", "тимуть", "тиметь");

    private static readonly SearchValues<char> ThemeVowels = SearchValues.Create("аяиіїуг");

    private static readonly SuffixList Noun = new(
        "а", "я", "у", "ю", "о", "е", "є", "і", "ї", "и", "ь", "й", "ом", "ем", "єм", "ею", "єю", "ові", "еві", "єві",
        "ів", "їв", "ей", "ам", "ям", "ами", "ями", "ьми", "ах", "ях");

    private static readonly SuffixList VerbalTheme = new("ува", "юва");
    private static readonly SuffixList Derivational = new("іст", "ост");
    private static readonly SuffixList Comparative = new("іш");
    private static readonly SuffixList Participle = new("ован", "йован", "ьован", "юч");
    private static readonly SuffixList Inhabitant = new("янин", "анин");
    private static readonly SuffixList Possessive = new("ов", "ев", "єв", "ов'");

    /// <summary>
    /// Ends of noun stems that would otherwise be taken for a stem with an ending: депутати for an infinitive, формула for
    /// a past tense, систем (genitive plural) for an adjective. Closed; each is long enough to catch no common verb.
    /// </summary>
    private static readonly SuffixList KnownNouns = new(
        // -т: nominative plural like an infinitive
        "епутат", "лдат", "льтат", "ндат", "ндидат", "делегат", "ломат", "втомат", "двокат", "парат", "рмат", "гранат", "палат",
        "плат", "карпат", "штат", "трат", "сенат", "демократ", "рократ", "емірат", "пірат", "фікат", "постулат", "цитат",
        "дебат", "мбат", "рдинат", "квадрат", "кімнат", "клімат", "агрегат", "бандит", "візит", "кредит", "аудит", "транзит",
        "ліміт", "магніт", "привіт", "всесвіт", "маршрут", "інститут", "статут", "атрибут", "м'ят", "п'ят",
        // -л: forms in -а, -и like a past tense
        "іал", "уал", "еал", "нерал", "мірал", "пітал", "канал", "сигнал", "ндал", "артал", "урнал", "сенал", "інал", "ортал",
        "сонал", "метал", "кзал", "тервал", "обвал", "провал", "перевал", "підвал", "могил", "розділ", "відділ",
        "бстріл", "остріл", "формул", "минул", "капсул", "консул", "стамбул", "кабул", "данил", "гаврил", "кирил", "кругл",
        // -в: the bare stem like a past tense or a genitive plural
        "держав", "вистав", "переправ", "заяв", "рослав", "дислав", "тослав", "ніслав", "чеслав", "ктив", "мотив", "масив",
        "натив", "гатив", "зитив", "ператив", "рматив", "іатив", "прорив", "розрив", "підрив", "вплив", "архів",
        // -м, -х: the bare stem like a case form
        "систем", "проблем", "диплом", "симптом", "перелом", "альбом", "шолом", "дром", "газпром", "режим", "максим",
        "русалим", "онім", "іслам", "грам", "реклам", "єтнам", "успіх", "горіх");

    /// <summary>Known nouns that as the end of another word would catch it (депутатом, відправила).</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortKnownNouns =
        FrozenSet.Create(StringComparer.Ordinal, "атом", "правил").GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Stem(string word)
    {
        int rv = Regions.AfterFirstVowel(word, Vowels);
        ReadOnlySpan<char> stem = RemoveInflection(word, rv);
        stem = RemoveDerivational(stem, Regions.AfterVowelAndConsonant(word, 0, Vowels));
        stem = TidyUp(stem, rv);
        return DropFleetingVowel(word, stem, rv);
    }

    /// <summary>Steps 1 to 3, and 5, which depends on what has been removed.</summary>
    private static ReadOnlySpan<char> RemoveInflection(ReadOnlySpan<char> word, int rv)
    {
        if (TryRemoveEndingOfKnownNoun(word, rv, out ReadOnlySpan<char> noun))
        {
            return noun;
        }

        ReadOnlySpan<char> verb = RemoveReflexive(word, rv);
        int ending = verb.Length < word.Length ? 0 : Adjective.LongestAtEndOf(Regions.Within(word, rv));
        if (ending == 0)
        {
            ending = VerbEndingLength(verb, rv);
            if (ending > 0 || verb.Length < word.Length)
            {
                return RemoveVerbalTheme(verb[..^ending], rv);
            }

            ending = Noun.LongestAtEndOf(Regions.Within(word, rv));
        }

        ReadOnlySpan<char> stem = RemoveEnding(RemoveFinalVowels(word[..^ending], rv), rv, Possessive);
        return RemoveFinalVowels(stem, rv);
    }

    /// <summary>Step 1.</summary>
    private static bool TryRemoveEndingOfKnownNoun(ReadOnlySpan<char> word, int rv, out ReadOnlySpan<char> stem)
    {
        const int LongestNounEnding = 3;
        int longest = Math.Min(LongestNounEnding, word.Length - rv);
        for (int ending = 0; ending <= longest; ending++)
        {
            stem = word[..^ending];
            if (Noun.LongestAtEndOf(word[^ending..]) == ending && IsKnownNoun(stem))
            {
                return true;
            }
        }

        stem = default;
        return false;
    }

    private static bool IsKnownNoun(ReadOnlySpan<char> stem) =>
        KnownNouns.LongestAtEndOf(stem) > 0 || ShortKnownNouns.Contains(stem);

    private static ReadOnlySpan<char> RemoveReflexive(ReadOnlySpan<char> word, int rv)
    {
        ReadOnlySpan<char> verb = RemoveEnding(word, rv, Reflexive);
        return BeforeReflexive.LongestAtEndOf(Regions.Within(verb, rv)) > 0 ? verb : word;
    }

    private static int VerbEndingLength(ReadOnlySpan<char> word, int rv)
    {
        ReadOnlySpan<char> region = Regions.Within(word, rv);
        int anywhere = VerbAnywhere.LongestAtEndOf(region);
        int afterTheme = VerbAfterThemeVowel.LongestAtEndOf(region);
        bool hasTheme = region[..^afterTheme] is [.., char theme] && ThemeVowels.Contains(theme);
        return hasTheme ? Math.Max(anywhere, afterTheme) : anywhere;
    }

    private static ReadOnlySpan<char> RemoveVerbalTheme(ReadOnlySpan<char> word, int rv)
    {
        ReadOnlySpan<char> stem = RemoveEnding(word, rv, VerbalTheme);
        return stem.Length < word.Length ? stem : RemoveFinalVowels(word, rv);
    }

    private static ReadOnlySpan<char> RemoveFinalVowels(ReadOnlySpan<char> word, int rv)
    {
        int lastConsonant = Regions.Within(word, rv).LastIndexOfAnyExcept(Vowels);
        return word[..Math.Min(word.Length, rv + lastConsonant + 1)];
    }

    /// <summary>Step 4.</summary>
    private static ReadOnlySpan<char> RemoveDerivational(ReadOnlySpan<char> stem, int r1)
    {
        stem = RemoveEnding(stem, r1, Derivational);
        stem = RemoveEnding(stem, Regions.AfterVowelAndConsonant(stem, Math.Min(r1, stem.Length), Vowels), Comparative);
        stem = RemoveEnding(stem, r1, Participle);
        return Inhabitant.LongestAtEndOf(Regions.Within(stem, r1)) > 0 ? stem[..^"ин".Length] : stem;
    }

    /// <summary>Step 6, but for the fleeting vowel.</summary>
    private static ReadOnlySpan<char> TidyUp(ReadOnlySpan<char> stem, int rv)
    {
        if (stem.Length > rv && stem[^1] is 'ь' or '\'')
        {
            stem = stem[..^1];
        }

        return Regions.Within(stem, rv) is [.., char first, char second] && first == second && LongConsonants.Contains(second)
            ? stem[..^1]
            : stem;
    }

    private static string DropFleetingVowel(string word, ReadOnlySpan<char> stem, int rv) => Regions.Within(stem, rv) switch
    {
        [.., 'л', 'е', 'ц'] => string.Concat(stem[..^2], "ьц"),
        [.., 'е', 'ц'] => string.Concat(stem[..^2], "ц"),
        [.., 'о', 'к'] => string.Concat(stem[..^2], "к"),
        _ => word[..stem.Length],
    };

    private static ReadOnlySpan<char> RemoveEnding(ReadOnlySpan<char> word, int region, SuffixList endings) =>
        word[..^endings.LongestAtEndOf(Regions.Within(word, region))];
}
