using System.Collections.Frozen;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>
/// Whether a Ukrainian or Russian name stands in the nominative, the case of one who acts. Where it cannot be told, the
/// answer is no: better no speaker than a wrong one.
/// </summary>
internal static class NominativeCase
{
    private static readonly string[] ObliqueEndings =
        ["у", "ю", "ові", "еві", "єві", "ом", "ем", "єм", "им", "ым", "ім", "ого", "его", "ому", "ему", "ої", "ой", "ою", "ею", "єю"];

    private const int ShortestStem = 3;

    private const string Vowels = "аяуюиіїеєыьй";

    /// <summary>Names of women that are no case of a man's name, as «Олександра» and «Валентина» are.</summary>
    private static readonly FrozenSet<string> WomensNames =
    [
        .. "анна ганна ніна інга інна олена ольга марія наталія наталя ірина світлана оксана тетяна катерина людмила галина лариса віра надія дарина дарія даря маргарита марта софія юлія вікторія анастасія алла лідія антоніна зоя раїса тамара леся лілія поліна зінаїда діана христина уляна соломія еліна хелена".Split(' '),
        .. "нина инга инна елена мария наталия наталья ирина светлана татьяна екатерина вера надежда дарья софия юлия виктория анастасия лидия антонина раиса алина лилия полина зинаида диана кристина елизавета".Split(' '),
    ];

    private static readonly string[] FeminineNominative = ["ая", "ська", "цька"];

    /// <summary>A name of the lexicon, compared with how the lexicon writes it.</summary>
    public static bool Holds(string text, Unit unit)
    {
        if (unit.Entity is not { } named || !IsCyrillic(unit.Word)) return true;
        var words = Words(unit.Span.In(text));
        if (named.Names.Any(name => words.TrueForAll(Words(name).Contains))) return true;
        if (named.Kind is not EntityKind.Person) return !named.Names.Any(name => words is [var only] && IsFormOf(only, name.ToLowerInvariant()));
        // A spelling the lexicon does not write itself: «Петер Сіярто». A consonant or -о at the end is no case ending.
        return words.TrueForAll(word => !Vowels.Contains(word[^1]) && !ObliqueEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));
    }

    /// <summary>«Катару», «Росії»: a case of the name, which is no nominative.</summary>
    private static bool IsFormOf(string word, string name) => word.AsSpan().CommonPrefixLength(name) >= Math.Max(ShortestStem, name.Length - 1);

    /// <summary>A name the lexicon does not know, by its endings.</summary>
    /// <param name="follows">What stands before it: «жена Ивана Белова» and «министр Анна Белова» end alike.</param>
    public static bool HoldsOf(string name, Unit? follows)
    {
        var words = Words(name);
        if (words.Count == 0 || !IsCyrillic(words[^1])) return true;
        if (words.Index().Any(word => word.Item.Length > 2 && IsOblique(word.Item, isGivenName: words.Count > 1 && word.Index == 0))) return false;
        if (WomensNames.Contains(words[0])) return true;
        if (words.Count > 1 && words[0][^1] is 'и' or 'і' or 'ы') return false;
        if (words.Count > 1 && words[0][^1] is 'а' or 'я' && words[^1][^1] is 'и' or 'і' or 'ы') return false;
        var endsLikeGenitive = words.TrueForAll(word => word.Length > 1 && word[^1] is 'а' or 'я') && !FeminineNominative.Any(ending => words[^1].EndsWith(ending, StringComparison.Ordinal));
        return !endsLikeGenitive || follows is null || follows.Kind is UnitKind.Function || follows.IsOf("reporting");
    }

    /// <summary>A given name is declined as a noun is: Салим and Максим are no cases.</summary>
    private static bool IsOblique(string word, bool isGivenName) =>
        ObliqueEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && !(isGivenName && ending is "им" or "ым" or "ім")) && !IsIndeclinable(word);

    /// <summary>Шойгу and Бойченко end as a case does, and in none.</summary>
    private static bool IsIndeclinable(string word) => word.EndsWith("енко", StringComparison.Ordinal) || word is "шойгу" or "неру" or "абу";

    private static bool IsCyrillic(string word) => word.Length > 0 && word[0] >= 'а';

    private static List<string> Words(string name) => Tokenizer.Tokenize(name).ConvertAll(token => token.Word);
}
