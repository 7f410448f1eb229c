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
        var cited = document.SentencesIn(span).ToList();
        if (cited.Count == 0 || span.End > document.Text.Length) return null;
        var first = document.Sentences[Math.Max(0, cited[0].Index - NeighboursEachSide)];
        var last = document.Sentences[Math.Min(document.Sentences.Count - 1, cited[^1].Index + NeighboursEachSide)];
        return new CitedPlace(document, span, new TextSpan(first.Span.Start, last.Span.End));
    }

    public string Before => Document.Text[Around.Start..Span.Start];

    public string Cited => Span.In(Document.Text);

    public string After => Document.Text[Span.End..Around.End];

    public bool HasNeighbours => Around != Span;
}
