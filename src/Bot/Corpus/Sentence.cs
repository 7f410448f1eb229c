using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>The unit of quotation: a sentence, heading or list item of a document.</summary>
/// <param name="Index">Its place among the document's sentences, from 0.</param>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Block">Its paragraph, heading or list item, from 0.</param>
/// <param name="IsHeading">A title of what follows: context for it, never a quotation.</param>
public sealed record Sentence(Document Document, int Index, TextSpan Span, int Block, bool IsHeading)
{
    private const int LongestHeading = 90;

    public string Text => Span.In(Document.Text);

    /// <summary>A question asks and states nothing; what follows may answer it.</summary>
    public bool IsQuestion { get; } = Document.Text.AsSpan(Span.Start, Span.Length).TrimEnd("”»\"’)").EndsWith("?");

    public static IReadOnlyList<Sentence> AllOf(Document document)
    {
        var pieces = SentenceSplitter.Split(document.Text);
        var perBlock = pieces.CountBy(piece => piece.Block).ToDictionary();
        return [.. pieces.Select((piece, index) =>
            new Sentence(document, index, piece.Span, piece.Block, perBlock[piece.Block] == 1 && index + 1 < pieces.Count && IsHeadingText(document.Text, piece.Span)))];
    }

    private static bool IsHeadingText(string text, TextSpan span)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        var marker = text.AsSpan(lineStart, Math.Max(0, span.Start - lineStart)).Trim();
        if (marker.StartsWith('#')) return true;
        if (!marker.IsEmpty || span.Length > LongestHeading) return false;
        return char.IsLetterOrDigit(text[span.End - 1]);
    }
}
