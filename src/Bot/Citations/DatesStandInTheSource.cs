using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Every month, day of the week, and "yesterday" is the source's, and a day of a month is that month's there. Years are numbers.</summary>
internal sealed class DatesStandInTheSource : ICitationRule
{
    private static readonly string[] RelativeDays = ["today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow", "tonight"];

    public string? Fault(StatementReading statement)
    {
        var days = statement.Cited.SelectMany(DaysOf).ToHashSet();
        foreach (var stated in statement.Stated)
        {
            if (stated.Units.FirstOrDefault(unit => IsOfCalendar(unit) && !statement.Source.HoldTerm(unit.Term)) is { } other) return $"'{other.Span.In(statement.Statement.Text)}' does not stand in what it cites";
            if (DaysOf(stated).FirstOrDefault(day => !days.Contains(day)) is { Day: not null } wrong) return $"'{wrong.Day[1..]} {wrong.Month[1..]}' is no date of what it cites";
        }
        return null;
    }

    private static bool IsOfCalendar(Unit unit) => unit.IsOf("month") || unit.IsOf("weekday") || RelativeDays.Contains(unit.Concept?.Id);

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
            if (at + 1 < read.Units.Count && IsDay(read.Units[at + 1])) yield return (read.Units[at + 1].Term, read.Units[at].Term);
        }
    }

    private static bool IsDay(Unit unit) => unit.Kind is UnitKind.Number && int.TryParse(unit.Term.AsSpan(1), out var day) && day is >= 1 and <= 31;
}
