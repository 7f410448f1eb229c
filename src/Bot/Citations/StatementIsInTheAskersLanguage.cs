namespace Bot.Citations;

/// <summary>A verbatim sentence keeps its source's language; whatever else is said is in the language of the question.</summary>
internal sealed class StatementIsInTheAskersLanguage : ICitationRule
{
    public string? Fault(StatementReading statement) =>
        statement.Language == statement.Asked ? null : $"it is in {statement.Language}, and the question is in {statement.Asked}";
}
