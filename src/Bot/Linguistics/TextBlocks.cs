namespace Bot.Linguistics;

/// <summary>
/// Paragraphs, headings and list items of a plain text: the runs that no sentence crosses. A blank line always ends one;
/// a single line break ends one unless the lines look hard-wrapped.
/// </summary>
internal static class TextBlocks
{
    private const int NarrowestWrap = 50;
    private const int WidestWrap = 110;
    private const int WrapSlack = 25;

    public static IEnumerable<TextSpan> Of(string text)
    {
        var paragraph = new List<TextSpan>();
        foreach (var line in Lines(text))
        {
            if (IsBlank(text, line))
            {
                foreach (var block in Join(text, paragraph)) yield return block;
                paragraph.Clear();
            }
            else
            {
                paragraph.Add(line);
            }
        }
        foreach (var block in Join(text, paragraph)) yield return block;
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085')) continue;
            yield return new TextSpan(start, at);
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
            start = at + 1;
        }
        yield return new TextSpan(start, text.Length);
    }

    private static IEnumerable<TextSpan> Join(string text, List<TextSpan> lines)
    {
        if (lines.Count == 0) yield break;
        var width = lines.Max(line => line.Length);
        var start = lines[0].Start;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && Continues(text, lines[i], lines[i + 1], width)) continue;
            yield return new TextSpan(start, lines[i].End);
            if (i + 1 < lines.Count) start = lines[i + 1].Start;
        }
    }

    private static bool Continues(string text, TextSpan line, TextSpan next, int width)
    {
        if (ListMarker.LengthAt(text, next) > 0) return false;
        return width is >= NarrowestWrap and <= WidestWrap && line.Length >= width - WrapSlack;
    }

    private static bool IsBlank(string text, TextSpan line) => text.AsSpan(line.Start, line.Length).IsWhiteSpace();
}
