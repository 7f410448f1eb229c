using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Every month, day of the week, "yesterday" and "last year" is the source's, and a day of a month is that month's there. Years are numbers.</summary>
internal sealed class DatesStandInTheSource : ICitationRule
{
    private static readonly string[] RelativeDays = ["today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow", "tonight"];

    private static readonly string[] Periods = ["week", "month", "year", "decade", "century", "season", "spring", "summer", "autumn", "winter"];

    /// <summary>Which week or year it is, seen from the day of the report.</summary>
    private static readonly string[][] Seen =
    [
        [.. "this current цей ця це цього цьому цю цим поточного этот эта это этого этом эту этим текущего".Split(' ')],
        [.. "last past previous минулий минула минуле минулого минулому минулої минулій минулу минулим попереднього прошлый прошлая прошлое прошлого прошлом прошлой прошлую прошлым предыдущего".Split(' ')],
        [.. "next coming following наступний наступна наступне наступного наступному наступної наступній наступну наступним следующий следующая следующее следующего следующем следующей следующую следующим будущего будущем".Split(' ')],
    ];

    public string? Fault(StatementReading statement)
    {
        var days = statement.Cited.SelectMany(DaysOf).ToHashSet();
        foreach (var stated in statement.Stated)
        {
            if (stated.Units.FirstOrDefault(unit => IsOfCalendar(unit) && !statement.Source.HoldTerm(unit.Term)) is { } other) return $"'{other.Span.In(statement.Statement.Text)}' does not stand in what it cites";
            if (DaysOf(stated).FirstOrDefault(day => !days.Contains(day)) is { Day: not null } wrong) return $"'{wrong.Day[1..]} {wrong.Month[1..]}' is no date of what it cites";
        }
        var periods = statement.Cited.SelectMany(PeriodsOf).Select(seen => (seen.Which, seen.Period.Term)).ToHashSet();
        var moved = statement.Stated.SelectMany(PeriodsOf).FirstOrDefault(seen => !periods.Contains((seen.Which, seen.Period.Term))).Period;
        return moved is null ? null : $"'{moved.Word}' is another one in what it cites";
    }

    private static bool IsOfCalendar(Unit unit) => unit.IsOf("month") || unit.IsOf("weekday") || RelativeDays.Contains(unit.Concept?.Id);

    /// <summary>"Last year", «цього тижня».</summary>
    private static IEnumerable<(int Which, Unit Period)> PeriodsOf(ReadSentence read) =>
        read.Units.Zip(read.Units.Skip(1)).Where(pair => Periods.Contains(pair.Second.Concept?.Id))
            .Select(pair => (Array.FindIndex(Seen, words => words.Contains(pair.First.Word)), pair.Second)).Where(seen => seen.Item1 >= 0);

    /// <summary>"6 March", "March 6", and the 5 and 6 of "5 and 6 March": each day with its month.</summary>
    private static IEnumerable<(string Day, string Month)> DaysOf(ReadSentence read)
    {
        for (var at = 0; at < read.Units.Count; at++)
        {
            if (!read.Units[at].IsOf("month")) continue;
            for (var before = at - 1; before >= 0 && (IsDay(read.Units[before]) || read.Units[before].Kind is UnitKind.Function); before--)
            {
                if (IsDay(read.Units[before])) yield return (read.Units[before].Term, read.Units[at].Term);
            }
            if (at + 1 < read.Units.Count && IsDay(read.Units[at + 1]) && IsBeside(read, at)) yield return (read.Units[at + 1].Term, read.Units[at].Term);
        }
    }

    /// <summary>Not the 15 of "in February, 15% less".</summary>
    private static bool IsBeside(ReadSentence read, int month) => string.IsNullOrWhiteSpace(read.Sentence.Document.Text[read.Units[month].Span.End..read.Units[month + 1].Span.Start]);

    private static bool IsDay(Unit unit) => unit.Kind is UnitKind.Number && int.TryParse(unit.Term.AsSpan(1), out var day) && day is >= 1 and <= 31;
}
