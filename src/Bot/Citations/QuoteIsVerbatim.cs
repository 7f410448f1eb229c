namespace Bot.Citations;

internal sealed class QuoteIsVerbatim : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        foreach (var citation in statement.Statement.Citations)
        {
            var text = statement.Passages.First(passage => passage.Document.Id == citation.Document).Document.Text;
            var stands = citation.Start >= 0 && citation.Start < citation.End && citation.End <= text.Length
                && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);
            if (!stands) return $"'{citation.Quote}' does not stand in '{citation.Document}'";
        }
        return null;
    }
}
