using System.Collections.Frozen;

namespace Bot.Linguistics;

/// <summary>
/// The usual inflectional endings of Ukrainian and Russian, in one closed list for both languages. A verb ending is listed with
/// and without the vowel of the infinitive, so that both говор- and сказа- take theirs (говорила, сказала).
/// From the tables of https://en.wikipedia.org/wiki/Ukrainian_grammar and https://en.wikipedia.org/wiki/Russian_grammar.
/// </summary>
internal static class Inflection
{
    private static readonly string[] NounEndings =
    [
        // Singular
        "а", "я", "у", "ю", "о", "е", "є", "ё", "і", "ї", "и", "ы", "ь", "й",
        "ом", "ем", "єм", "ём", "ою", "ею", "єю", "ой", "ей", "ёй", "ові", "еві", "єві",
        "ью", "ья", "ье", "ьи", "ьё", "ьем", "ьём", "ьей", "ьо",
        "ій", "ий", "ія", "ії", "ію", "ією", "ієм", "ієві", "ия", "ие", "ии", "ию", "ией", "ием",
        // Plural
        "ів", "їв", "ов", "ев", "ёв", "ам", "ям", "ами", "ями", "ьми", "ах", "ях",
        "іїв", "іям", "іями", "іях", "иев", "иям", "иями", "иях", "ьев", "ьям", "ьями", "ьях",
    ];

    private static readonly string[] AdjectiveEndings =
    [
        "ий", "ій", "їй", "ый", "ой",
        "ого", "его", "його", "ього", "ому", "ему", "йому", "ьому", "им", "ім", "їм", "ым", "ом", "ем",
        "а", "я", "ая", "яя", "ої", "йої", "ьої", "ей", "ою", "ею", "йою", "ьою", "у", "ю", "ую", "юю",
        "о", "е", "є", "ое", "ее", "і", "ї", "ые", "ие",
        "их", "іх", "їх", "ых", "ими", "іми", "їми", "ыми",
    ];

    private static readonly string[] VerbThemes =
        ["", "а", "я", "и", "і", "ї", "ы", "е", "о", "у", "ну", "ва", "ува", "юва", "ова", "ева"];

    /// <summary>Infinitive, past tense, Ukrainian future tense and gerund; these follow a theme.</summary>
    private static readonly string[] ThemedVerbEndings =
    [
        "ти", "ть", "в", "л", "ла", "ло", "ли", "вши",
        "тиму", "тимеш", "тиме", "тимемо", "тимете", "тимуть",
    ];

    private static readonly string[] PresentThemes = ["", "а", "я", "і", "е", "у", "ю"];

    private static readonly string[] PresentVerbEndings =
    [
        "у", "ю", "еш", "єш", "ешь", "ёшь", "е", "є", "ет", "ёт", "емо", "ємо", "ем", "ём", "ете", "єте", "ёте",
        "уть", "ють", "ут", "ют", "й", "йте", "ймо", "учи", "ючи",
    ];

    private static readonly string[] UnthemedVerbEndings =
    [
        "и", "иш", "їш", "ишь", "ить", "їть", "ит", "имо", "їмо", "им", "ите", "їте",
        "ать", "ять", "ат", "ят", "ь", "ьте", "іть", "імо", "ачи", "ячи", "я",
    ];

    private static readonly string[] ParticipleSuffixes =
    [
        "н", "нн", "ан", "анн", "ян", "янн", "ен", "єн", "енн", "ённ", "ён", "ован", "ованн", "йован", "ван", "ванн", "т", "ит",
        "уч", "юч", "ач", "яч", "ущ", "ющ", "ащ", "ящ", "вш", "авш", "явш", "ивш", "ывш", "ш", "ем", "им",
    ];

    private static readonly string[] ShortParticipleEndings =
        ["", "а", "о", "ы", "ано", "яно", "ено", "єно", "овано"];

    /// <summary>Nouns made of verbs: попередж-ення, попередж-ень, предупрежд-ения.</summary>
    private static readonly string[] VerbalNounThemes = ["а", "я", "е", "є", "о", "ва", "ува", "юва", "ова"];

    private static readonly string[] VerbalNounEndings =
    [
        "ння", "нню", "нням", "нні", "ннями", "ннях", "нь", "ття", "ттю", "ттям", "тті", "ттями", "ттях",
        "ние", "ния", "нию", "нием", "нии", "ний", "ниям", "ниями", "ниях", "тие", "тия", "тию", "тием", "тии", "тий", "тиям", "тиями", "тиях",
    ];

    /// <summary>Nouns made of adjectives: необходим-ость, готовн-ість.</summary>
    private static readonly string[] AbstractNounEndings = ["ость", "ости", "остью", "остей", "остям", "остями", "остях", "ість", "ості", "істю"];

    private static readonly string[] ImperfectiveSuffixes = ["ув", "юв", "ов", "ев", "ив", "ыв", "ує", "ює", "ува", "юва", "у", "ю"];

    private static readonly string[] ReflexiveEndings = ["ся", "сь"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CaseEndings =
        Lookup([.. NounEndings, .. AdjectiveEndings]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings =
        Lookup([.. NounEndings, .. AdjectiveEndings, .. VerbEndings(), .. ParticipleEndings(), .. Combine(VerbalNounThemes, VerbalNounEndings), .. AbstractNounEndings]);

    /// <summary>Whether <paramref name="tail"/> is empty or the ending of a noun, adjective, participle or verb.</summary>
    public static bool IsEnding(ReadOnlySpan<char> tail, int maxLength) =>
        tail.Length <= maxLength && (tail.IsEmpty || Endings.Contains(tail) || IsImperfective(tail));

    /// <summary>«погодж-ується», «останавл-ивает», «узгодж-увати»: the suffix of the other aspect, then an ending.</summary>
    private static bool IsImperfective(ReadOnlySpan<char> tail)
    {
        foreach (var suffix in ImperfectiveSuffixes)
        {
            if (tail.Length > suffix.Length && tail.StartsWith(suffix) && (tail[suffix.Length..] is "ться" or "мося" or "тесь" || Endings.Contains(tail[suffix.Length..]))) return true;
        }
        return false;
    }

    /// <summary>The Ukrainian locative and dative of a stem in к, г or х: «атак-» gives «атаці»; null for any other stem.</summary>
    public static string? Softened(string stem) => stem[^1] switch
    {
        'к' => stem[..^1] + "ці",
        'г' => stem[..^1] + "зі",
        'х' => stem[..^1] + "сі",
        _ => null,
    };

    /// <summary>Whether <paramref name="tail"/> is empty or the case ending of a noun or adjective.</summary>
    public static bool IsCaseEnding(ReadOnlySpan<char> tail) => tail.IsEmpty || CaseEndings.Contains(tail);

    private static IEnumerable<string> VerbEndings()
    {
        string[] plain =
        [
            .. Combine(VerbThemes, ThemedVerbEndings), .. Combine(PresentThemes, PresentVerbEndings), .. UnthemedVerbEndings,
        ];
        return [.. plain, .. Combine([.. plain, "ет", "ть", "еть", "єть"], ReflexiveEndings), .. ReflexiveEndings];
    }

    private static IEnumerable<string> ParticipleEndings()
    {
        string[] full = [.. Combine(ParticipleSuffixes, AdjectiveEndings)];
        return [.. full, .. Combine(full, ["ся"]), .. Combine(["н", "ен", "ан", "т"], ShortParticipleEndings)];
    }

    private static IEnumerable<string> Combine(IEnumerable<string> beginnings, IReadOnlyCollection<string> ends) =>
        beginnings.SelectMany(beginning => ends, (beginning, end) => beginning + end);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> endings) =>
        endings.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
