using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

internal sealed class EveryStatementCites : ICitationRule
{
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages) =>
        statement.Citations.Count == 0 ? "it cites nothing" : null;
}
