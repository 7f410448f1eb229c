using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

internal sealed class CitedDocumentWasGiven : ICitationRule
{
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages) =>
        statement.Citations.FirstOrDefault(citation => !passages.Any(passage => passage.Document.Id == citation.Document && passage.Document.ContentHash == citation.ContentHash)) is { } invented
            ? $"it cites '{invented.Document}', which was not among the documents given"
            : null;
}
