using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

internal sealed class QuoteIsVerbatim : ICitationRule
{
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages)
    {
        foreach (var citation in statement.Citations)
        {
            var text = passages.FirstOrDefault(passage => passage.Document.Id == citation.Document)?.Document.Text;
            var stands = text is not null && citation.Start >= 0 && citation.Start < citation.End && citation.End <= text.Length
                && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);
            if (!stands) return $"'{citation.Quote}' does not stand at {citation.Start} to {citation.End} of '{citation.Document}'";
        }
        return null;
    }
}
