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

    private const string Vowels = "аяуюиіїеєыьй";

    private static readonly string[] FeminineNominative = ["ая", "ська", "цька"];

    /// <summary>A name of the lexicon, compared with how the lexicon writes it.</summary>
    public static bool Holds(string text, Unit unit)
    {
        if (unit.Entity is not { Kind: EntityKind.Person } person || !IsCyrillic(unit.Word)) return true;
        var words = Words(unit.Span.In(text));
        if (person.Names.Any(name => words.TrueForAll(Words(name).Contains))) return true;
        // A spelling the lexicon does not write itself: «Петер Сіярто». A consonant or -о at the end is no case ending.
        return words.TrueForAll(word => !Vowels.Contains(word[^1]) && !ObliqueEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));
    }

    /// <summary>A name the lexicon does not know, by its endings.</summary>
    /// <param name="follows">What stands before it: «жена Ивана Белова» and «министр Анна Белова» end alike.</param>
    public static bool HoldsOf(string name, Unit? follows)
    {
        var words = Words(name);
        if (words.Count == 0 || !IsCyrillic(words[^1])) return true;
        if (words.Where(word => word.Length > 2).Any(word => ObliqueEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && !IsIndeclinable(word)))) return false;
        if (words.Count > 1 && words[0][^1] is 'и' or 'і' or 'ы') return false;
        if (words.Count > 1 && words[0][^1] is 'а' or 'я' && words[^1][^1] is 'и' or 'і' or 'ы') return false;
        var endsLikeGenitive = words.TrueForAll(word => word.Length > 1 && word[^1] is 'а' or 'я') && !FeminineNominative.Any(ending => words[^1].EndsWith(ending, StringComparison.Ordinal));
        return !endsLikeGenitive || follows is null || follows.Kind is UnitKind.Function || follows.IsOf("reporting");
    }

    /// <summary>Шойгу and Бойченко end as a case does, and in none.</summary>
    private static bool IsIndeclinable(string word) => word.EndsWith("енко", StringComparison.Ordinal) || word is "шойгу" or "неру" or "абу";

    private static bool IsCyrillic(string word) => word.Length > 0 && word[0] >= 'а';

    private static List<string> Words(string name) => Tokenizer.Tokenize(name).ConvertAll(token => token.Word);
}
