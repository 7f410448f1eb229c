using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Of several numbers of the source each stays with the name it stands behind, with the fate it counts, and with the word before it.</summary>
internal sealed class NumbersAreNotChangedOver : ICitationRule
{
    /// <summary>Who was killed and who wounded is counted this near.</summary>
    private const int ReachOfFate = 4;

    private const int LengthOfYear = 4;
    private const int ReachOfComparison = 3;

    private static readonly string[] By = ["by", "на"];
    private static readonly string[] To = ["to", "до", "from", "з", "із", "від", "с", "со", "от"];

    public string? Fault(StatementReading statement) => StepForLevel(statement) ??
        new Func<ReadSentence, List<(Unit Owner, Unit Number)>>[] { WithNames, WithFates, WithWordBefore }.Select(owners => Changed(statement, owners)).FirstOrDefault(fault => fault is not null);

    /// <summary>"Cut by 21" where the source says "from 32 to 21".</summary>
    private static string? StepForLevel(StatementReading statement)
    {
        var levels = statement.Cited.SelectMany(WithPreposition).ToLookup(pair => pair.Number.Term, pair => pair.Before.Word);
        var step = statement.Stated.SelectMany(WithPreposition).FirstOrDefault(pair => By.Contains(pair.Before.Word) && levels[pair.Number.Term].Any() && levels[pair.Number.Term].All(To.Contains)).Number;
        // "4 tonnes less" where the source has 4 tonnes.
        if (step is null && statement.Stated.SelectMany(WithComparison).FirstOrDefault(pair => pair.IsCompared && statement.Cited.SelectMany(WithComparison).Where(other => other.Number.Term == pair.Number.Term).ToList() is { Count: > 0 } sources && !sources.Exists(other => other.IsCompared)).Number is { } compared)
            return $"'{compared.Word}' is no difference in what it cites";
        return step is null ? null : $"by '{step.Word}' is to or from that in what it cites";
    }

    /// <summary>Each number, and whether "more" or "less" follows what it measures; "2,100 more" are further ones.</summary>
    private static IEnumerable<(Unit Number, bool IsCompared)> WithComparison(ReadSentence read) =>
        read.Units.Index().Where(unit => unit.Item.Kind is UnitKind.Number).Select(unit => (unit.Item, read.Units.Skip(unit.Index + 1).Take(ReachOfComparison).Index().Any(next => next.Item.Is("less") || (next.Item.Is("more") && next.Index > 0))));

    /// <summary>Dates are no levels.</summary>
    private static IEnumerable<(Unit Before, Unit Number)> WithPreposition(ReadSentence read) =>
        read.Units.Zip(read.Units.Skip(1)).Where((pair, at) => pair.Second.Kind is UnitKind.Number && !IsYear(pair.Second) && !(at + 2 < read.Units.Count && read.Units[at + 2].IsOf("month")));

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
    private static List<(Unit, Unit)> WithFates(ReadSentence read)
    {
        var fates = read.Units.Index().Where(unit => IsFate(unit.Item)).ToList();
        var numbers = read.Units.Index().Where(unit => unit.Item.Kind is UnitKind.Number && !IsOfDate(read.Units, unit.Index) && fates.Exists(fate => Math.Abs(unit.Index - fate.Index) <= ReachOfFate)).ToList();
        // "Two were killed and nine wounded", «загинули дев’ятеро, двоє поранені»: as many of both, one after the other.
        if (fates.Count == numbers.Count) return [.. fates.Zip(numbers, (fate, number) => (fate.Item, number.Item))];
        return [.. fates.Select(fate => (fate.Item, numbers.Where(number => Math.Abs(number.Index - fate.Index) <= ReachOfFate).OrderBy(number => Math.Abs(number.Index - fate.Index)).Select(number => number.Item).FirstOrDefault()))
            .Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))];
    }

    /// <summary>Of whom a number tells how many.</summary>
    public static bool IsFate(Unit unit) => unit.Is("killed") || unit.Is("wounded");

    /// <summary>A day beside its month, or a year.</summary>
    public static bool IsOfDate(IReadOnlyList<Unit> units, int at) =>
        IsYear(units[at]) || (!(at + 1 < units.Count && units[at + 1].IsOf("people")) && (IsBesideMonth(units.Skip(at + 1)) || IsBesideMonth(units.Take(at).Reverse())));

    /// <summary>"5 and 6 March": numbers and words of grammar at most stand between.</summary>
    private static bool IsBesideMonth(IEnumerable<Unit> units) => units.SkipWhile(unit => unit.Kind is UnitKind.Function or UnitKind.Number && !unit.IsOf("month")).FirstOrDefault()?.IsOf("month") is true;

    private static bool IsYear(Unit number) => number.Word.Length == LengthOfYear && number.Word[..2] is "19" or "20";

    /// <summary>"the present 45", «проти 37».</summary>
    private static List<(Unit, Unit)> WithWordBefore(ReadSentence read) =>
        [.. read.Units.Zip(read.Units.Skip(1)).Where(pair => pair.Second.Kind is UnitKind.Number && pair.First is { Kind: UnitKind.Concept, Concept.IsLight: false, Concept.Group: "time" or "evaluation" or "descriptors" })];
}
