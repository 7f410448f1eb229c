using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Web.Documents;

/// <summary>As much of a document as fits a page: a run of its sentences, and the cited words in them.</summary>
/// <param name="First">Index of the first sentence.</param>
/// <param name="Cited">What was cited; null where nothing was, or the text has changed since.</param>
/// <param name="HasChanged">It was cited, and its text is no longer the same.</param>
public sealed record DocumentExcerpt(Document Document, int First, TextSpan? Cited, bool HasChanged)
{
    public const int MostSentences = 200;

    public int Count => Math.Min(MostSentences, Document.Sentences.Count - First);

    /// <summary>The sentences, by the paragraph, heading or list item they stand in.</summary>
    public IEnumerable<IGrouping<int, Sentence>> Blocks => Document.Sentences.Skip(First).Take(Count).GroupBy(sentence => sentence.Block);

    /// <summary>Null on the first page.</summary>
    public int? Previous => First == 0 ? null : Math.Max(0, First - MostSentences);

    /// <summary>Null on the last page.</summary>
    public int? Next => First + Count < Document.Sentences.Count ? First + Count : null;

    internal static DocumentExcerpt From(Document document, int sentence) =>
        new(document, PageOf(Math.Clamp(sentence, 0, document.Sentences.Count - 1)), null, HasChanged: false);

    /// <param name="start">The cited span in the text that had this <paramref name="hash"/>, in UTF-16 units.</param>
    internal static DocumentExcerpt Around(Document document, int start, int end, string hash)
    {
        if (document.ContentHash != hash || start < 0 || end > document.Text.Length || start >= end) return From(document, 0) with { HasChanged = true };
        var cited = new TextSpan(start, end);
        return document.SentencesIn(cited).FirstOrDefault() is { } first ? From(document, first.Index) with { Cited = cited } : From(document, 0) with { HasChanged = true };
    }

    /// <summary>Cuts a sentence into what stands before, in and after the cited words.</summary>
    internal (string Before, string Cited, string After) Cut(Sentence sentence)
    {
        if (Cited is not { } cited || !sentence.Span.Overlaps(cited)) return (sentence.Text, "", "");
        var (from, to) = (Math.Max(cited.Start, sentence.Span.Start), Math.Min(cited.End, sentence.Span.End));
        var text = Document.Text;
        return (text[sentence.Span.Start..from], text[from..to], text[to..sentence.Span.End]);
    }

    internal bool CitedBeginsIn(Sentence sentence) =>
        Cited is { } cited && Document.SentencesIn(cited).First().Index == sentence.Index;

    private static int PageOf(int sentence) => sentence / MostSentences * MostSentences;
}
