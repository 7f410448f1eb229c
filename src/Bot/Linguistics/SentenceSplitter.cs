namespace Bot.Linguistics;

/// <summary>
/// Cuts a text into sentences. Between two spans stand only white space and list markers; nothing else is lost.
/// A quotation stays whole with the words that introduce it, unless it is longer than <see cref="LongestWholeQuote"/>.
/// </summary>
internal static class SentenceSplitter
{
    private const int LongestWholeQuote = 600;
    private const int LongestSentence = 1200;

    /// <summary>A sentence, and the paragraph, heading or list item it belongs to, counted from 0.</summary>
    public readonly record struct Piece(TextSpan Span, int Block);

    public static List<Piece> Split(string text)
    {
        var pieces = new List<Piece>();
        var number = 0;
        foreach (var block in TextBlocks.Of(text))
        {
            var start = block.Start + ListMarker.LengthAt(text, block);
            var count = pieces.Count;
            for (var at = start; at < block.End;)
            {
                var end = AtMost(text, at, EndOfSentence(text, at, block.End));
                var span = Trim(text, at, end);
                if (span.Length > 0) pieces.Add(new Piece(span, number));
                at = end;
            }
            if (pieces.Count > count) number++;
        }
        return pieces;
    }

    /// <summary>A text without full stops is cut where a reader would breathe: no quotation may be longer than a message.</summary>
    private static int AtMost(string text, int start, int end)
    {
        if (end - start <= LongestSentence) return end;
        var reach = text.AsSpan(start, LongestSentence);
        var cut = reach.LastIndexOfAny(';', ',');
        if (cut < LongestSentence / 2) cut = reach.LastIndexOfAny(' ', '\u00A0');
        if (cut <= 0) cut = char.IsHighSurrogate(reach[^1]) ? LongestSentence - 2 : LongestSentence - 1;
        return start + cut + 1;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static int EndOfSentence(string text, int start, int limit)
    {
        var quotes = new QuoteDepth();
        for (var at = start; at < limit; at++)
        {
            // It will be cut before that: a text without full stops is not read to its end for each piece of it.
            if (at - start > LongestSentence) return at;
            quotes.Read(text, at);
            if (!IsTerminator(text[at])) continue;
            var stop = at;
            while (at + 1 < limit && IsTerminator(text[at + 1])) at++;
            var end = at + 1;
            while (end < limit && IsCloser(text[end]))
            {
                quotes.Read(text, end);
                end++;
            }
            at = end - 1;
            if (end >= limit) return limit;
            if (!IsSpace(text[end])) continue;
            if (quotes.IsOpen && ClosesSoon(text, start, end, limit)) continue;
            if (Ends(text, start, stop, end, limit)) return end;
        }
        return limit;
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。';

    private static bool IsCloser(char c) => c is '”' or '»' or '"' or '’' or '\'' or ')' or ']' or '“' or '›';

    private static bool ClosesSoon(string text, int start, int from, int limit)
    {
        var until = Math.Min(limit, start + LongestWholeQuote);
        return from < until && text.AsSpan(from, until - from).IndexOfAny("”»\"“") >= 0;
    }

    private static bool Ends(string text, int start, int stop, int end, int limit)
    {
        var next = end;
        while (next < limit && (IsSpace(text[next]) || IsOpener(text[next]))) next++;
        if (next >= limit) return true;
        if (char.IsLower(text[next])) return false;
        if (text[stop] != '.' || end - stop > 1 && text[stop + 1] == '.') return true;
        return EndsAtFullStop(text, start, stop, next, limit);
    }

    private static bool IsOpener(char c) => c is '“' or '«' or '„' or '"' or '‘' or '\'' or '(' or '[' or '—' or '–' or '-';

    private static bool EndsAtFullStop(string text, int start, int stop, int next, int limit)
    {
        var from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '\'' or '’' or '-' && from < stop)) from--;
        var word = text[from..stop].TrimStart('.');
        if (word.Length == 0) return true;
        if (word.All(char.IsDigit)) return from > start || stop - from > 3;
        var nextWord = WordAt(text, next, limit);
        if (word.Length == 1 && char.IsUpper(word[0])) return false;
        if (word.Contains('.')) return IsListEnd(word) || Abbreviations.StartsSentence(nextWord);
        return Abbreviations.RoleOf(word, afterNumber: NumberBefore(text, start, from)) switch
        {
            // «У 2022 р. Україна …» opens a sentence with its year; further on, a capital after «р.» begins the next sentence.
            Abbreviations.Role.Year => from - start > 25 || Abbreviations.StartsSentence(nextWord),
            Abbreviations.Role.BeforeItsWord => IsListEnd(LastLetters(text, start, stop)),
            Abbreviations.Role.BeforeNumber => !char.IsDigit(text[next]) && (word is not ("ст" or "p") || EndsWithCentury(text, start, from)),
            _ => true,
        };
    }

    /// <summary>«і т. д.», «и т. п.» close a list and may close the sentence.</summary>
    private static bool IsListEnd(string word) => word is "т.д" or "т.п" or "т.ін" or "тд" or "тп";

    private static string LastLetters(string text, int start, int stop)
    {
        var tail = text[Math.Max(start, stop - 5)..stop].Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        return tail.Length >= 3 ? tail[^3..] : tail;
    }

    private static bool NumberBefore(string text, int start, int from)
    {
        var at = from - 1;
        while (at > start && IsSpace(text[at])) at--;
        return at >= start && at < from - 1 && char.IsDigit(text[at]);
    }

    private static bool EndsWithCentury(string text, int start, int from)
    {
        var at = from - 1;
        while (at > start && IsSpace(text[at])) at--;
        return at >= start && text[at] is 'X' or 'V' or 'I' or 'Х' or 'І';
    }

    private static string WordAt(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsLetter(text[end])) end++;
        return text[at..end];
    }

    /// <summary>Whether a position lies inside quotation marks; straight quotes open and close by turns.</summary>
    private struct QuoteDepth
    {
        private int curly;
        private bool straight;

        public readonly bool IsOpen => curly > 0 || straight;

        public void Read(string text, int at)
        {
            var c = text[at];
            if (c == '"') straight = !straight;
            else if (c is '«' or '„' || (c == '“' && curly == 0)) curly++;
            else if (c is '»' or '”' or '“' && curly > 0) curly--;
        }
    }
}
