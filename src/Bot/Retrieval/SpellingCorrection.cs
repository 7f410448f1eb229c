using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>
/// Reads the words of a question as the documents hold them: a mistyped name as the nearest one the documents hold, a word
/// in another alphabet or derivation ("Dubohai", «Дубогайська») as theirs.
/// </summary>
internal sealed class SpellingCorrection(TextAnalyzer analyzer)
{
    private const int ShortestWord = 5;
    private const int LongestDerivation = 5;
    private const int MostCorrected = 8;

    private const int ShortestTerm = ShortestWord - 1;

    /// <summary>From here on two letters may be wrong.</summary>
    private const int LongWord = 8;

    /// <summary>How much of a word's weight is left to what it may have been meant for.</summary>
    private const double OneEdit = 0.8, TwoEdits = 0.6;

    public List<Unit> Correct(List<Unit> units, Language language, PassageIndex index)
    {
        var words = units.SelectMany<Unit, Unit>(unit => unit is { CountsInQueries: true, Parts.Count: > 0 } && !index.Holds(unit.Term) ? unit.Parts : [unit]).ToList();
        // A long text without sense must not cost a search of the vocabulary for each of its words.
        var unknown = words.Where(unit => unit is { Kind: UnitKind.Word or UnitKind.Name, Word.Length: >= ShortestWord } && !index.Holds(unit.Term)).Take(MostCorrected).ToHashSet(ReferenceEqualityComparer.Instance);
        return words.ConvertAll(unit => unit switch
        {
            { Kind: UnitKind.Entity } when !index.Holds(unit.Term) => AsPlainWord(unit, language, index),
            _ when unknown.Contains(unit) => Nearest(unit, language, index),
            _ => unit,
        });
    }

    /// <summary>A name the lexicon knows and the documents do not may be somebody else's there: Менске is not Мінськ.</summary>
    private Unit AsPlainWord(Unit unit, Language language, PassageIndex index)
    {
        var plain = analyzer.ReadPlainly(unit, language);
        return plain is { Kind: UnitKind.Name or UnitKind.Word } && index.Holds(plain.Term) ? plain with { Kind = UnitKind.Name } : unit;
    }

    private Unit Nearest(Unit unit, Language language, PassageIndex index)
    {
        if (NearestEntity(unit, index) is { } entity) return unit with { Term = entity.Term, Kind = UnitKind.Entity, Entity = entity, Certainty = OneEdit };
        if (Derived(unit, index) is { } derived) return unit with { Term = derived };
        var most = unit.Word.Length >= LongWord ? 2 : 1;
        var alike = Alike(unit.Term, most, index);
        for (var edits = 1; edits <= most; edits++)
        {
            if (NearestTo(unit, edits, alike, language, index) is { } nearest) return nearest with { Certainty = edits == 1 ? OneEdit : TwoEdits };
        }
        return unit;
    }

    /// <summary>What the documents hold comes first.</summary>
    private Unit? NearestTo(Unit unit, int edits, List<string> alike, Language language, PassageIndex index)
    {
        var known = analyzer.ReadMistyped(unit, edits, language).ToList();
        return known.Find(word => index.Holds(word.Term)) ?? (alike.Where(term => Suggestion.Distance(term, unit.Term) == edits).Min(StringComparer.Ordinal) is { } term ? unit with { Term = term } : known.Find(word => word.Kind is UnitKind.Concept));
    }

    private static Entity? NearestEntity(Unit unit, PassageIndex index)
    {
        var wanted = Transliteration.Skeleton(unit.Word);
        var allowed = unit.Word.Length >= 7 ? 2 : 1;
        var letters = Letters.Of(wanted);
        return index.Named
            .Where(entity => entity.Kind is EntityKind.Person or EntityKind.Place)
            .SelectMany(entity => entity.NameSounds.Where(sound => Math.Abs(sound.Length - wanted.Length) <= allowed && letters.AtLeastApart(sound) <= allowed).Select(sound => (entity, distance: Suggestion.Distance(wanted, sound))))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.entity)
            .FirstOrDefault();
    }

    /// <summary>«Дубогайська» of «Дубогай»: the documents' word with an ending, or without the one it is asked with.</summary>
    private static string? Derived(Unit unit, PassageIndex index)
    {
        var wanted = unit.Term;
        return wanted.Length < ShortestTerm ? null : index.WordsFrom(wanted[0], Math.Max(ShortestTerm, wanted.Length - LongestDerivation), wanted.Length + LongestDerivation)
            .Where(term => term.StartsWith(wanted, StringComparison.Ordinal) || wanted.StartsWith(term, StringComparison.Ordinal))
            .MinBy(term => Math.Abs(term.Length - wanted.Length));
    }

    /// <summary>The documents' words that may be so many edits from this one, by their letters: few of a million.</summary>
    private static List<string> Alike(string wanted, int edits, PassageIndex index)
    {
        var letters = Letters.Of(wanted);
        return wanted.Length <= ShortestWord ? [] : [.. index.WordsFrom(wanted[0], wanted.Length - edits, wanted.Length + edits).Where(term => letters.AtLeastApart(term) <= edits)];
    }
}
