namespace Bot.Citations;

internal sealed class EveryStatementCites : ICitationRule
{
    public string? Fault(StatementReading statement) => statement.Statement.Citations.Count == 0 ? "it cites nothing" : null;
}
