using System.Globalization;
using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// Cuts a text into words and numbers with their places. A hyphen separates words; an apostrophe, the dots of an acronym
/// ("U.S."), a decimal point and a thousands separator do not. Soft hyphens and zero-width characters vanish inside words.
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 64;

    public static List<Token> Tokenize(string text) => Tokenize(text, new TextSpan(0, text.Length));

    public static List<Token> Tokenize(string text, TextSpan within)
    {
        var tokens = new List<Token>(within.Length / 6 + 4);
        var word = new StringBuilder(24);
        for (var at = within.Start; at < within.End;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = char.IsDigit(text[at]) ? EndOfNumber(text, at, within.End) : EndOfWord(text, at, within.End);
            tokens.Add(Read(text, at, end, word));
            at = end;
        }
        return tokens;
    }

    private static int EndOfNumber(string text, int at, int limit)
    {
        while (at < limit)
        {
            if (char.IsDigit(text[at])) at++;
            else if (at + 1 < limit && text[at] is '.' or ',' && char.IsDigit(text[at + 1])) at++;
            // A no-break or thin space between digits separates thousands when exactly three digits follow.
            else if (IsThinSpace(text[at]) && ThreeDigitsAt(text, at + 1, limit)) at++;
            else break;
        }
        return at;
    }

    private static bool IsThinSpace(char c) => c is '\u00A0' or '\u202F' or '\u2009';

    private static bool ThreeDigitsAt(string text, int at, int limit) =>
        at + 3 <= limit && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2])
        && (at + 3 == limit || !char.IsDigit(text[at + 3]));

    private static int EndOfWord(string text, int at, int limit)
    {
        var start = at;
        while (at < limit)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c) || IsInvisible(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) at++;
            else if (IsApostrophe(c) && at + 1 < limit && char.IsLetter(text[at + 1])) at++;
            else if (c == '.' && IsAcronymDot(text, start, at, limit)) at++;
            else break;
        }
        return at;
    }

    /// <summary>The dots of "U.S." and "т.д." stand after single letters only.</summary>
    private static bool IsAcronymDot(string text, int start, int dot, int limit)
    {
        var lettersBefore = dot - 1 >= start && (dot - 1 == start || text[dot - 2] == '.');
        if (!lettersBefore) return false;
        if (dot + 1 < limit && char.IsLetter(text[dot + 1])) return dot + 2 >= limit || !char.IsLetter(text[dot + 2]);
        return dot - start >= 3;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '‘' or '´';

    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static Token Read(string text, int start, int end, StringBuilder word)
    {
        word.Clear();
        var letters = 0;
        var capitals = 0;
        for (var i = start; i < end && word.Length < LongestWord; i++)
        {
            var c = text[i];
            if (IsInvisible(c) || c is '.' || IsThinSpace(c)) continue;
            // «перемир’я», «перемір'я» and «перемиря» are one word; "don't" keeps its apostrophe.
            if (IsApostrophe(c) && word.Length > 0 && word[^1] >= 'а') continue;
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c)) capitals++;
            }
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                Compose(word, c);
                continue;
            }
            word.Append(IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c) switch { 'ё' => 'е', 'ґ' => 'г', var lower => WithoutMark(lower) });
        }
        if (letters == 0) return new Token(new TextSpan(start, end), ReadNumber(text[start..end]), TokenShape.Number);
        if (word.Length > 2 && word[^1] == 's' && word[^2] == '\'') word.Length -= 2;
        return new Token(new TextSpan(start, end), word.ToString(), Shape());

        TokenShape Shape()
        {
            if (!char.IsUpper(text[start])) return TokenShape.Lower;
            if (letters == 1) return end < text.Length && text[end] == '.' ? TokenShape.Initial : TokenShape.Capitalised;
            return capitals == letters ? TokenShape.Capitals : TokenShape.Capitalised;
        }
    }

    /// <summary>Erdoğan is Erdogan.</summary>
    private static char WithoutMark(char letter) => letter switch
    {
        < '\u00E0' or > '\u017F' => letter,
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'ď' or 'đ' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ę' or 'ě' => 'e',
        'ğ' => 'g',
        'ì' or 'í' or 'î' or 'ï' or 'ı' => 'i',
        'ł' => 'l',
        'ñ' or 'ń' or 'ň' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ő' or 'ø' => 'o',
        'ř' => 'r',
        'ś' or 'š' or 'ş' => 's',
        'ť' or 'ţ' => 't',
        'ù' or 'ú' or 'û' or 'ü' or 'ů' or 'ű' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        _ => letter,
    };

    /// <summary>A letter and its mark typed apart, as some keyboards do: и and ̆ are й, і and ̈ are ї. Any other mark is left out.</summary>
    private static void Compose(StringBuilder word, char mark)
    {
        if (word.Length == 0) return;
        if (mark == '\u0306' && word[^1] == 'и') word[^1] = 'й';
        else if (mark == '\u0308' && word[^1] == 'і') word[^1] = 'ї';
    }

    /// <summary>"26,632" and "26 632" are one number; "3.5" and "3,5" are one; 1,000 is a thousand.</summary>
    private static string ReadNumber(string digits)
    {
        var plain = string.Concat(digits.Where(c => !IsThinSpace(c)));
        var groups = plain.Split(',', '.');
        if (groups.Length == 1) return plain.TrimStart('0') is { Length: > 0 } number ? number : "0";
        var thousands = groups.Skip(1).All(group => group.Length == 3) && groups[0] != "0" && (plain.Contains(',') || groups.Length > 2);
        return thousands ? string.Concat(groups) : string.Join('.', groups);
    }
}
