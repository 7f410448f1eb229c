using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Where the source gives two names a number each, the statement does not change them over.</summary>
internal sealed class NumbersStayWithTheirName : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        var cited = statement.Cited.SelectMany(Owners).ToList();
        foreach (var stated in statement.Stated.SelectMany(Owners))
        {
            var owners = cited.Where(pair => pair.Number.Term == stated.Number.Term).ToList();
            if (owners.Count > 0 && !owners.Exists(pair => AreOne(pair.Name, stated.Name)) && cited.Exists(pair => AreOne(pair.Name, stated.Name)))
                return $"'{stated.Number.Word}' belongs to '{owners[0].Name.Word}' in what it cites";
        }
        return null;
    }

    private static bool AreOne(Unit one, Unit other) => new SourceWords([one]).HoldName(other);

    /// <summary>Each number with the name it stands behind, the first behind each; only where a sentence has two such pairs.</summary>
    private static List<(Unit Name, Unit Number)> Owners(ReadSentence read)
    {
        var (pairs, name) = (new List<(Unit, Unit)>(), default(Unit));
        foreach (var unit in read.Units)
        {
            if (unit is { Kind: UnitKind.Entity or UnitKind.Name, IsAdjective: false }) name = unit;
            else if (unit is { Kind: UnitKind.Number } && name is not null)
            {
                pairs.Add((name, unit));
                name = null;
            }
        }
        return pairs.Count > 1 ? pairs : [];
    }
}
