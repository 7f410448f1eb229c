using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Of several numbers of the source each stays with the name it stands behind, with the fate it counts, and with the word before it.</summary>
internal sealed class NumbersAreNotChangedOver : ICitationRule
{
    /// <summary>Who was killed and who wounded is counted this near.</summary>
    private const int ReachOfFate = 4;

    private const int LengthOfYear = 4;

    private static readonly string[] By = ["by", "на"];
    private static readonly string[] To = ["to", "до", "from", "з", "із", "від", "с", "со", "от"];

    public string? Fault(StatementReading statement) => StepForLevel(statement) ??
        new Func<ReadSentence, List<(Unit Owner, Unit Number)>>[] { WithNames, WithFates, WithWordBefore }.Select(owners => Changed(statement, owners)).FirstOrDefault(fault => fault is not null);

    /// <summary>"Cut by 21" where the source says "from 32 to 21".</summary>
    private static string? StepForLevel(StatementReading statement)
    {
        var levels = statement.Cited.SelectMany(WithPreposition).ToLookup(pair => pair.Number.Term, pair => pair.Before.Word);
        var step = statement.Stated.SelectMany(WithPreposition).FirstOrDefault(pair => By.Contains(pair.Before.Word) && levels[pair.Number.Term].Any() && levels[pair.Number.Term].All(To.Contains)).Number;
        return step is null ? null : $"by '{step.Word}' is to or from that in what it cites";
    }

    /// <summary>Dates are no levels.</summary>
    private static IEnumerable<(Unit Before, Unit Number)> WithPreposition(ReadSentence read) =>
        read.Units.Zip(read.Units.Skip(1)).Where((pair, at) => pair.Second is { Kind: UnitKind.Number, Word.Length: not LengthOfYear } && !(at + 2 < read.Units.Count && read.Units[at + 2].IsOf("month")));

    private static string? Changed(StatementReading statement, Func<ReadSentence, List<(Unit Owner, Unit Number)>> ownersOf)
    {
        var cited = statement.Cited.SelectMany(ownersOf).ToList();
        foreach (var stated in statement.Stated.SelectMany(ownersOf))
        {
            var owners = cited.Where(pair => pair.Number.Term == stated.Number.Term).ToList();
            if (owners.Count > 0 && !owners.Exists(pair => AreOne(pair.Owner, stated.Owner)) && cited.Exists(pair => AreOne(pair.Owner, stated.Owner)))
                return $"'{stated.Number.Word}' belongs to '{owners[0].Owner.Word}' in what it cites";
        }
        return null;
    }

    private static bool AreOne(Unit one, Unit other) =>
        other.Kind is UnitKind.Entity or UnitKind.Name ? new SourceWords([one]).HoldName(other) : one.Term == other.Term;

    /// <summary>Each name with the first number behind it, where there are several.</summary>
    private static List<(Unit, Unit)> WithNames(ReadSentence read)
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

    /// <summary>"killing two civilians, wounding nine", «двоє дістали поранення»: each fate with the number nearest to it.</summary>
    private static List<(Unit, Unit)> WithFates(ReadSentence read) =>
        [.. read.Units.Index().Where(fate => fate.Item.Is("killed") || fate.Item.Is("wounded"))
            .Select(fate => (fate.Item, read.Units.Index().Where(number => number.Item.Kind is UnitKind.Number && Math.Abs(number.Index - fate.Index) <= ReachOfFate).OrderBy(number => Math.Abs(number.Index - fate.Index)).Select(number => number.Item).FirstOrDefault()))
            .Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))];

    /// <summary>"the present 45", «проти 37».</summary>
    private static List<(Unit, Unit)> WithWordBefore(ReadSentence read) =>
        [.. read.Units.Zip(read.Units.Skip(1)).Where(pair => pair.Second.Kind is UnitKind.Number && pair.First is { Kind: UnitKind.Concept, Concept.IsLight: false, Concept.Group: "time" or "evaluation" or "descriptors" })];
}
