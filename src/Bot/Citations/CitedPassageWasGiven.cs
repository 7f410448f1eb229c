namespace Bot.Citations;

internal sealed class CitedPassageWasGiven : ICitationRule
{
    public string? Fault(StatementReading statement) =>
        statement.Statement.Citations.FirstOrDefault(citation => !statement.Passages.Any(passage => passage.Document.Id == citation.Document && passage.Document.ContentHash == citation.ContentHash)) is { } invented
            ? $"it cites '{invented.Document}', which was not among the passages given"
            : null;
}
