using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>
/// Reads "the French president" of a question as the person of the lexicon who holds that office, as of the lexicon's
/// roles. Not where the question names a person or a year beside it, or asks who holds it.
/// </summary>
internal sealed class OfficeHolders(TextAnalyzer analyzer)
{
    /// <summary>"The former president", "the next one": not the one of today.</summary>
    private static readonly string[] OfAnotherTime = ["former", "next", "last", "new", "future", "earlier", "first", "second", "candidate", "election", "elect", "vote", "appoint", "deputy"];

    private static readonly string[] PluralEndings = ["s", "и", "ы", "ів", "ов", "ам", "ами", "ах"];

    private static readonly string[] RoleEnds = [" (", ";"];

    private readonly Lazy<Dictionary<(string Office, string Of), Entity>> holders = new(() => Holders(analyzer));

    public List<Unit> Read(List<Unit> units)
    {
        if (!units.Exists(IsOffice) || units.Exists(unit => IsYear(unit) || unit.Is("who") || unit.Is("name") || (unit.Concept is { } concept && OfAnotherTime.Contains(concept.Id)))) return units;
        var read = new List<Unit>(units.Count);
        for (var at = 0; at < units.Count;)
        {
            var length = LengthAt(units, at);
            var parts = units.GetRange(at, Math.Max(1, length));
            read.Add(length > 0 && !IsBesideName(units, at, length) && Holder(parts) is { } person ? Person(person, parts) : units[at]);
            at += ReferenceEquals(read[^1], units[at]) ? 1 : length;
        }
        return read;
    }

    private static Unit Person(Entity person, List<Unit> parts) =>
        new(person.Term, UnitKind.Entity, new TextSpan(parts[0].Span.Start, parts[^1].Span.End), parts[0].Word, parts[0].Shape) { Entity = person, Parts = [.. parts.Where(part => part.CountsInQueries)] };

    /// <summary>How many units "the French president" or "president of the United States" has that begins here; 0 where none does.</summary>
    private static int LengthAt(List<Unit> units, int at)
    {
        bool IsPlace(int index) => index < units.Count && units[index].Entity is { Kind: not EntityKind.Person };
        if (IsPlace(at)) return at + 1 < units.Count && IsOffice(units[at + 1]) ? 2 : 0;
        if (!IsOffice(units[at])) return 0;
        var of = at + 1;
        while (of < units.Count && (units[of].Is("of") || units[of].Is("the"))) of++;
        return IsPlace(of) ? of - at + 1 : 0;
    }

    private Entity? Holder(List<Unit> parts) =>
        holders.Value.GetValueOrDefault((parts.First(IsOffice).Concept!.Id, parts.First(part => part.Entity is not null).Entity!.Id));

    /// <summary>"The US president Biden", "Biden, the US president": somebody is named.</summary>
    private static bool IsBesideName(List<Unit> units, int at, int length)
    {
        bool IsName(int index) => index >= 0 && index < units.Count && units[index] is { Entity.Kind: EntityKind.Person } or { Kind: UnitKind.Name };
        return IsName(at - 1) || IsName(at + length);
    }

    /// <summary>One office: "the presidents" are several.</summary>
    private static bool IsOffice(Unit unit) =>
        unit.Concept?.Id is "president" or "prime-minister" or "chancellor" or "foreign-minister" or "defence-minister" or "secretary-general"
        && !PluralEndings.Any(ending => unit.Word.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsYear(Unit unit) => unit is { Kind: UnitKind.Number, Concept: null, Word.Length: 4 };

    private static Dictionary<(string, string), Entity> Holders(TextAnalyzer analyzer)
    {
        var found = new List<((string, string) Office, Entity Person)>();
        foreach (var person in analyzer.Lexicon.Entities)
        {
            // "President of France (since 2017); former …": the first role is the one held, unless it is a former one.
            if (person.Roles is not { } roles || roles[(int)Language.English] is not { } role || role.StartsWith("former", StringComparison.OrdinalIgnoreCase)) continue;
            var units = analyzer.Analyze(role.Split(RoleEnds, StringSplitOptions.None)[0], Language.English);
            if (units.Count > 0 && IsOffice(units[0]) && LengthAt(units, 0) == units.Count) found.Add(((units[0].Concept!.Id, units[^1].Entity!.Id), person));
        }
        return found.GroupBy(pair => pair.Office).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Person);
    }
}
