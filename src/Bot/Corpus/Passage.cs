using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>A run of whole sentences of one document: the unit of retrieval.</summary>
/// <param name="First">Index of its first sentence.</param>
/// <param name="Count">How many sentences it holds.</param>
internal sealed record Passage(Document Document, int First, int Count)
{
    private const int Window = 4;
    private const int Stride = 2;

    public TextSpan Span => new(Document.Sentences[First].Span.Start, Document.Sentences[First + Count - 1].Span.End);

    public string Text => Span.In(Document.Text);

    public IEnumerable<Sentence> Sentences => Enumerable.Range(First, Count).Select(index => Document.Sentences[index]);

    /// <summary>Windows of four sentences, each overlapping the one before by two, so that no answer is cut from its neighbour.</summary>
    public static IEnumerable<Passage> AllOf(Document document)
    {
        var count = document.Sentences.Count;
        for (var first = 0; first < count; first += Stride)
        {
            var length = Math.Min(Window, count - first);
            yield return new Passage(document, first, length);
            if (first + length == count) break;
        }
    }
}
