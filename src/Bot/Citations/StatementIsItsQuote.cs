using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

internal sealed class StatementIsItsQuote : ICitationRule
{
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages) =>
        statement.Citations.Any(citation => citation.Quote == statement.Text) ? null : "it is not verbatim what it cites";
}
