using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bot.Linguistics;

/// <summary>
/// Cuts a text into words and numbers with their places. A hyphen separates words; an apostrophe, the dots of an acronym
/// ("U.S."), a decimal point and a thousands separator do not. Soft hyphens and zero-width characters vanish inside words.
/// A date in digits comes out as its words do, see <see cref="NumericDate"/>.
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 64;

    /// <summary>Up to it stand Latin, Greek and Cyrillic, which need no folding.</summary>
    private const char LastPlain = 'ӿ';

    private const char FirstSubscript = '₀', LastSubscript = '₉';

    /// <summary>What stands behind a number to say "the sixth": "6th", «6-го», "the 1990s".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinalEndings = FrozenSet.Create(
        StringComparer.Ordinal,
        "st", "nd", "rd", "th", "s", "ˢᵗ", "ⁿᵈ", "ʳᵈ", "ᵗʰ", "-го", "-му", "-й", "-я", "-є", "-е", "-а", "-м", "-х", "-та", "-те", "-ту", "-ті", "-ої", "-ій", "-ма", "-ми", "-ти", "-их", "-їх", "-ї", "-им", "-ю", "-ой", "-ый", "-ий", "-ая", "-ое", "-ые", "-ых", "-ую", "-мя")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestOrdinalEnding = 3;

    public static List<Token> Tokenize(string text) => Tokenize(text, new TextSpan(0, text.Length));

    public static List<Token> Tokenize(string text, TextSpan within)
    {
        var tokens = new List<Token>(within.Length / 6 + 4);
        var word = new StringBuilder(24);
        for (var at = within.Start; at < within.End;)
        {
            if (LetterAt(text, at, within.End) == 0)
            {
                at++;
                continue;
            }
            if (char.IsAsciiDigit(text[at]) && NumericDate.ReadAt(text, at, within.End, tokens) is var date && date > at)
            {
                at = date;
                continue;
            }
            if (char.IsDigit(text[at]))
            {
                var digits = EndOfNumber(text, at, within.End);
                var end = EndOfOrdinal(text, digits, within.End);
                tokens.Add(new Token(new TextSpan(at, end), ReadNumber(text[at..digits]), TokenShape.Number));
                at = end;
                continue;
            }
            var endOfWord = EndOfWord(text, at, within.End);
            tokens.Add(Read(text, new TextSpan(at, endOfWord), word) with { FollowsHyphen = tokens is [.., var before] && before.Span.End == at - 1 && IsHyphen(text[at - 1]) });
            at = endOfWord;
        }
        return tokens;
    }

    /// <summary>How many UTF-16 units the letter or digit has that stands here; 0 where none does.</summary>
    private static int LetterAt(string text, int at, int limit)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return 1;
        if (c <= LastPlain) return 0;
        if (char.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber) return 1;
        return at + 1 < limit && char.IsSurrogatePair(c, text[at + 1]) && Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
    }

    private static int EndOfNumber(string text, int at, int limit)
    {
        var start = at;
        while (at < limit)
        {
            if (char.IsDigit(text[at])) at++;
            else if (at + 1 < limit && text[at] is '.' or ',' && char.IsDigit(text[at + 1])) at++;
            // A space between digits separates thousands when exactly three digits follow; a plain one not behind a year.
            else if (ThreeDigitsAt(text, at + 1, limit) && (IsThinSpace(text[at]) || (text[at] == ' ' && IsThousands(text, start, at)))) at++;
            else break;
        }
        return at;
    }

    private static bool IsThousands(string text, int start, int at) =>
        (at - start <= 3 || text[at - 4] is ' ') && !text.AsSpan(start, at - start).ContainsAny('.', ',');

    private static bool IsThinSpace(char c) => c is '\u00A0' or '\u202F' or '\u2009';

    private static bool ThreeDigitsAt(string text, int at, int limit) =>
        at + 3 <= limit && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2])
        && (at + 3 == limit || !char.IsDigit(text[at + 3]));

    private static int EndOfOrdinal(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && end - at <= LongestOrdinalEnding && (char.IsLetterOrDigit(text[end]) || (IsHyphen(text[end]) && end == at))) end++;
        return OrdinalEndings.Contains(text.AsSpan(at, end - at)) ? end : at;
    }

    private static int EndOfWord(string text, int at, int limit)
    {
        var start = at;
        while (at < limit)
        {
            var c = text[at];
            if (LetterAt(text, at, limit) is > 0 and var length) at += length;
            else if (IsInvisible(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || IsPartOfUnit(text, at)) at++;
            else if (IsApostrophe(c) && at + 1 < limit && char.IsLetter(text[at + 1])) at++;
            else if (c == '"' && IsTypedForApostrophe(text, at, limit)) at++;
            else if (c == '.' && IsAcronymDot(text, start, at, limit)) at++;
            else break;
        }
        return at;
    }

    /// <summary>The small 2 of CO₂ and km². Elsewhere a raised figure leads to a note.</summary>
    private static bool IsPartOfUnit(string text, int at) =>
        text[at] is >= FirstSubscript and <= LastSubscript || (text[at] is '²' or '³' && text[at - 1] is 'm' or 'м');

    /// <summary>«об"єкт», as keyboards without an apostrophe have it.</summary>
    private static bool IsTypedForApostrophe(string text, int at, int limit) =>
        at + 1 < limit && text[at - 1] is >= 'А' and <= 'ӿ' && text[at + 1] is 'є' or 'ї' or 'ю' or 'я';

    /// <summary>The dots of "U.S." and "т.д." stand after single letters only.</summary>
    private static bool IsAcronymDot(string text, int start, int dot, int limit)
    {
        var lettersBefore = dot - 1 >= start && (dot - 1 == start || text[dot - 2] == '.');
        if (!lettersBefore) return false;
        if (dot + 1 < limit && char.IsLetter(text[dot + 1])) return dot + 2 >= limit || !char.IsLetter(text[dot + 2]);
        return dot - start >= 3;
    }

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '‘' or '´' or '′' or 'ʹ' or '＇';

    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static Token Read(string text, TextSpan span, StringBuilder word)
    {
        var letters = text.AsSpan(span.Start, span.Length);
        if (NeedsFolding(letters)) letters = CompatibilityForms.Fold(letters);
        word.Clear();
        var (latin, cyrillic, capitals) = (0, 0, 0);
        foreach (var c in letters)
        {
            if (word.Length == LongestWord) break;
            if (IsInvisible(c) || c is '.' or '"') continue;
            if (IsApostrophe(c))
            {
                // «перемир’я», «перемир'я» and «перемиря» are one word; "don't" keeps its apostrophe.
                if (word.Length == 0 || word[^1] < 'а') word.Append('\'');
                continue;
            }
            if (IsMark(c))
            {
                Compose(word, c);
                continue;
            }
            if (char.IsUpper(c)) capitals++;
            if (c is >= 'Ѐ' and <= 'ӿ') cyrillic++;
            else if (char.IsLetter(c)) latin++;
            word.Append(char.ToLowerInvariant(c) switch { 'ё' => 'е', 'ґ' => 'г', var lower => WithoutMark(lower) });
        }
        if (latin + cyrillic == 0) return new Token(span, ReadNumber(letters.ToString()), TokenShape.Number);
        if (latin > 0 && cyrillic > 0) Lookalikes.Unify(word, mostlyCyrillic: cyrillic >= latin);
        if (word.Length > 2 && word[^1] == 's' && word[^2] == '\'') word.Length -= 2;
        return new Token(span, word.ToString(), Shape(letters[0]));

        TokenShape Shape(char first)
        {
            if (!char.IsUpper(first)) return TokenShape.Lower;
            if (latin + cyrillic == 1) return span.End < text.Length && text[span.End] == '.' ? TokenShape.Initial : TokenShape.Capitalised;
            return capitals == latin + cyrillic ? TokenShape.Capitals : TokenShape.Capitalised;
        }
    }

    /// <summary>Whether <see cref="CompatibilityForms"/> may stand in it; plain words are spared a copy.</summary>
    private static bool NeedsFolding(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if ((c > LastPlain && !IsApostrophe(c) && !IsInvisible(c)) || c is '²' or '³') return true;
        }
        return false;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and not (>= 'А' and <= 'я') && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>Erdoğan is Erdogan.</summary>
    private static char WithoutMark(char letter) => letter switch
    {
        < '\u00E0' or > '\u017F' => letter,
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'ď' or 'đ' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ę' or 'ě' => 'e',
        'ğ' => 'g',
        'ì' or 'í' or 'î' or 'ï' or 'ı' or 'İ' => 'i',
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
        if (digits[0] is >= '1' and <= '9' && digits.All(char.IsAsciiDigit)) return digits;
        var plain = CompatibilityForms.Fold(string.Concat(digits.Where(c => c != ' ' && !IsThinSpace(c))));
        var groups = plain.Split(',', '.');
        if (groups.Length == 1) return plain.TrimStart('0') is { Length: > 0 } number ? number : "0";
        // "1,234.5", «1.234,5»: two kinds of separators, of which the last is the decimal one.
        var last = plain[plain.Length - groups[^1].Length - 1];
        if (plain.Count(c => c == last) == 1 && groups.Length > 2 && AreThousands(groups.AsSpan()[..^1])) return string.Concat(groups[..^1]) + "." + groups[^1];
        return AreThousands(groups) && (plain.Contains(',') || groups.Length > 2) ? string.Concat(groups) : string.Join('.', groups);
    }

    private static bool AreThousands(ReadOnlySpan<string> groups)
    {
        foreach (var group in groups[1..])
        {
            if (group.Length != 3) return false;
        }
        return groups[0] != "0";
    }
}
