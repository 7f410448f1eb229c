namespace Bot.Linguistics;

/// <summary>The bullet, number or heading mark before the words of a line: "- ", "• ", "12. ", "a) ", "## ".</summary>
internal static class ListMarker
{
    /// <summary>How many UTF-16 units from the start of <paramref name="line"/> belong to its marker, white space included; 0 if it has none, or nothing stands behind it.</summary>
    public static int LengthAt(string text, TextSpan line)
    {
        var at = SkipSpace(text, line.Start, line.End);
        var mark = at;
        while (at < line.End && text[at] is '#') at++;
        if (at == mark && at < line.End && text[at] is '-' or '•' or '*' or '–' or '—' or '·' or '▪' or '‣') at++;
        if (at == mark) at = AfterNumber(text, mark, line.End);
        if (at == mark || at >= line.End || !char.IsWhiteSpace(text[at])) return 0;
        var words = SkipSpace(text, at, line.End);
        return words == line.End ? 0 : words - line.Start;
    }

    private static int AfterNumber(string text, int start, int end)
    {
        var at = start;
        while (at < end && at - start < 3 && char.IsDigit(text[at])) at++;
        if (at == start && at < end && char.IsLetter(text[at]) && !Tokenizer.IsApostrophe(text[at]) && at + 1 < end && text[at + 1] == ')') at++;
        return at > start && at < end && text[at] is '.' or ')' ? at + 1 : start;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
