using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>
/// Reads a mistyped name as the person, place or organisation of the documents it is nearest to. Only words that neither
/// the vocabulary nor the documents know are tried, and only names that the documents hold are offered.
/// </summary>
internal sealed class SpellingCorrection(Lexicon lexicon)
{
    private const int ShortestWord = 5;

    public List<Unit> Correct(List<Unit> units, PassageIndex index) =>
        units.ConvertAll(unit => unit.Kind is UnitKind.Word or UnitKind.Name && unit.Word.Length >= ShortestWord && !index.Holds(unit.Term)
            ? Nearest(unit, index) is { } entity ? unit with { Term = "@" + entity.Id, Kind = UnitKind.Entity, Entity = entity } : unit
            : unit);

    private Entity? Nearest(Unit unit, PassageIndex index)
    {
        var wanted = Transliteration.Skeleton(unit.Word);
        var allowed = unit.Word.Length >= 7 ? 2 : 1;
        return lexicon.Entities
            .Where(entity => entity.Kind is EntityKind.Person or EntityKind.Place && index.Holds("@" + entity.Id))
            .SelectMany(entity => entity.Names.Select(name => (entity, distance: Suggestion.Distance(wanted, Transliteration.Skeleton(LastWord(name))))))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.entity)
            .FirstOrDefault();
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
}
