using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>
/// The exact words of a document that a statement rests on: the document's <c>Text[Start..End] == Quote</c>, in UTF-16 units,
/// as long as its text has <paramref name="ContentHash"/>.
/// </summary>
public sealed record Citation(string Document, string ContentHash, int Start, int End, string Quote)
{
    internal static Citation Of(Sentence sentence) =>
        new(sentence.Document.Id, sentence.Document.ContentHash, sentence.Span.Start, sentence.Span.End, sentence.Text);
}
