using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>
/// A run of whole sentences of one document: the unit of retrieval. Windows of eight sentences, each overlapping the one
/// before by two, so that no answer is cut from its neighbour.
/// </summary>
/// <param name="Number">Its place among the document's passages, from 0.</param>
internal sealed record Passage(Document Document, int Number)
{
    private const int Window = 8;
    private const int Stride = 6;

    /// <summary>How many sentences a passage shares with the next.</summary>
    public const int Overlap = Window - Stride;

    /// <summary>How many passages so many sentences give.</summary>
    public static int CountOf(int sentences) => sentences == 0 ? 0 : 1 + Math.Max(0, (sentences - Window + Stride - 1) / Stride);

    public static IEnumerable<Passage> AllOf(Document document) => Enumerable.Range(0, CountOf(document.Sentences.Count)).Select(number => new Passage(document, number));

    /// <summary>The sentences of a passage, the last one excluded, in a document of <paramref name="count"/>.</summary>
    public static (int First, int End) SentencesOf(int number, int count) => (number * Stride, Math.Min(number * Stride + Window, count));

    public IEnumerable<Sentence> Sentences
    {
        get
        {
            var (first, end) = SentencesOf(Number, Document.Sentences.Count);
            return Document.Sentences.Skip(first).Take(end - first);
        }
    }

    public TextSpan Span
    {
        get
        {
            var (first, end) = SentencesOf(Number, Document.Sentences.Count);
            return new TextSpan(Document.Sentences[first].Span.Start, Document.Sentences[end - 1].Span.End);
        }
    }

    public string Text => Span.In(Document.Text);
}
