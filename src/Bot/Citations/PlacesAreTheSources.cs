using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>A hospital is no school: what kind of place something happens to is the source's. "Town" and "region" say only what the name means.</summary>
internal sealed class PlacesAreTheSources : ICitationRule
{
    private static readonly string[] OfAnyName = ["city", "town", "village", "region", "area", "land", "centre", "place", "north", "south", "east", "west", "world", "home", "building", "coast", "street"];

    public string? Fault(StatementReading statement)
    {
        var place = statement.Units.Where((_, at) => !(at + 1 < statement.Units.Count && statement.Units[at + 1].Kind is UnitKind.Number)).FirstOrDefault(unit => unit is { Kind: UnitKind.Concept, Concept: { Group: "places" } kind } && !OfAnyName.Contains(kind.Id) && !statement.SourceOfNames.HoldWord(unit));
        return place is null ? null : $"what it cites speaks of no '{place.Span.In(statement.Statement.Text)}'";
    }
}
