using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Web.Documents;

/// <summary>Where a citation stands in its document, with the sentences around it.</summary>
internal sealed record CitedPlace(Document Document, TextSpan Span, TextSpan Around)
{
    private const int NeighboursEachSide = 2;

    /// <summary>Null where the document is gone, or its text is no longer the one that was cited.</summary>
    public static CitedPlace? Of(Citation citation, CorpusSnapshot corpus)
    {
        if (corpus.Find(citation.Document) is not { } document || document.ContentHash != citation.ContentHash) return null;
        var span = new TextSpan(citation.Start, citation.End);
        var (first, last) = (document.Sentences.Count - 1, 0);
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Span.Overlaps(span))) (first, last) = (Math.Min(first, sentence.Index), Math.Max(last, sentence.Index));
        var around = new TextSpan(document.Sentences[Math.Max(0, first - NeighboursEachSide)].Span.Start, document.Sentences[Math.Min(document.Sentences.Count - 1, last + NeighboursEachSide)].Span.End);
        return new CitedPlace(document, span, around);
    }

    public string Before => Document.Text[Around.Start..Span.Start];

    public string Cited => Span.In(Document.Text);

    public string After => Document.Text[Span.End..Around.End];

    public bool HasNeighbours => Around != Span;
}
