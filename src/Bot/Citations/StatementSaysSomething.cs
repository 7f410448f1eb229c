namespace Bot.Citations;

internal sealed class StatementSaysSomething : ICitationRule
{
    public string? Fault(StatementReading statement) => statement.Units.Any(unit => unit.CountsInQueries) ? null : "it says nothing";
}
