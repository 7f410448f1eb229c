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

    public List<Unit> Correct(List<Unit> units, Language language, PassageIndex index)
    {
        var words = units.SelectMany<Unit, Unit>(unit => unit is { CountsInQueries: true, Parts.Count: > 0 } && !index.Holds(unit.Term) ? unit.Parts : [unit]).ToList();
        // A long text without sense must not cost a search of the vocabulary for each of its words.
        var unknown = words.Where(unit => unit is { Kind: UnitKind.Word or UnitKind.Name, Word.Length: >= ShortestWord } && !index.Holds(unit.Term)).Take(MostCorrected).ToHashSet(ReferenceEqualityComparer.Instance);
        return words.ConvertAll(unit => unit switch
        {
            { Kind: UnitKind.Entity } when !index.Holds(unit.Term) => AsPlainWord(unit, language, index),
            _ when unknown.Contains(unit) => Nearest(unit, index),
            _ => unit,
        });
    }

    /// <summary>A name the lexicon knows and the documents do not may be somebody else's there: Менске is not Мінськ.</summary>
    private Unit AsPlainWord(Unit unit, Language language, PassageIndex index)
    {
        var plain = analyzer.ReadPlainly(unit, language);
        return plain is { Kind: UnitKind.Name or UnitKind.Word } && index.Holds(plain.Term) ? plain with { Kind = UnitKind.Name } : unit;
    }

    private static Unit Nearest(Unit unit, PassageIndex index)
    {
        if (NearestEntity(unit, index) is { } entity) return unit with { Term = entity.Term, Kind = UnitKind.Entity, Entity = entity };
        return NearestTerm(unit, index) is { } term ? unit with { Term = term } : unit;
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

    private static string? NearestTerm(Unit unit, PassageIndex index)
    {
        var wanted = unit.Term;
        if (wanted.Length < ShortestWord - 1) return null;
        var letters = Letters.Of(wanted);
        var near = index.WordsFrom(wanted[0], Math.Max(ShortestWord - 1, wanted.Length - LongestDerivation), wanted.Length + LongestDerivation).ToList();
        return near.Where(term => term.StartsWith(wanted, StringComparison.Ordinal) || wanted.StartsWith(term, StringComparison.Ordinal)).MinBy(term => Math.Abs(term.Length - wanted.Length))
            ?? near.Where(term => wanted.Length > ShortestWord && Math.Abs(term.Length - wanted.Length) <= 1 && letters.AtLeastApart(term) <= 1 && Suggestion.Distance(term, wanted) == 1).Min(StringComparer.Ordinal);
    }
}
