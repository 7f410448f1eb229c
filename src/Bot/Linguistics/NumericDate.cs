using System.Globalization;

namespace Bot.Linguistics;

/// <summary>
/// Dates in digits, read as their words are, so that "2025-03-06", «06.03.2025» and "6 March 2025" are the same day, month
/// and year. "6/3/2025" is the sixth of March to some and the third of June to others: it stays three numbers.
/// </summary>
internal static class NumericDate
{
    private const int Parts = 3;

    /// <summary>Puts the three words of a date that begins here behind <paramref name="tokens"/>, in its own order.</summary>
    /// <returns>Where the date ends; <paramref name="at"/> where there is none.</returns>
    public static int ReadAt(string text, int at, int limit, List<Token> tokens)
    {
        Span<TextSpan> parts = stackalloc TextSpan[Parts];
        if (!TrySplit(text, at, limit, parts, out var separator) || Order(text, parts, separator) is not { } order) return at;
        foreach (var part in parts) tokens.Add(new Token(part, Word(text, part, isMonth: part == parts[order.Month]), part == parts[order.Month] ? TokenShape.Lower : TokenShape.Number));
        return parts[^1].End;
    }

    private static bool TrySplit(string text, int at, int limit, Span<TextSpan> parts, out char separator)
    {
        separator = '\0';
        for (var part = 0; part < Parts; part++)
        {
            var start = at;
            while (at < limit && char.IsAsciiDigit(text[at])) at++;
            if (at - start is 0 or 3 or > 4) return false;
            parts[part] = new TextSpan(start, at);
            if (part == Parts - 1) break;
            if (at == limit || text[at] is not ('.' or '-' or '/') || (part > 0 && text[at] != separator)) return false;
            separator = text[at++];
        }
        // A fourth part makes it an address or the number of a version.
        return at == limit || !(char.IsLetterOrDigit(text[at]) && text[at] != 'T' || (text[at] == separator && at + 1 < limit && char.IsDigit(text[at + 1])));
    }

    private static (int Day, int Month, int Year)? Order(string text, ReadOnlySpan<TextSpan> parts, char separator)
    {
        var (first, second, third) = (Number(text, parts[0]), Number(text, parts[1]), Number(text, parts[2]));
        if (parts[0].Length == 4) return IsDate(day: third, month: second, year: first) ? (2, 1, 0) : null;
        if (parts[2].Length != 4) return null;
        return separator switch
        {
            '.' => IsDate(day: first, month: second, year: third) ? (0, 1, 2) : null,
            '/' when first > 12 || first == second => IsDate(day: first, month: second, year: third) ? (0, 1, 2) : null,
            '/' when second > 12 => IsDate(day: second, month: first, year: third) ? (1, 0, 2) : null,
            _ => null,
        };
    }

    private static bool IsDate(int day, int month, int year) => day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= 1000 and < 2200;

    private static int Number(string text, TextSpan part) => int.Parse(text.AsSpan(part.Start, part.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Word(string text, TextSpan part, bool isMonth) => isMonth
        ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number(text, part)).ToLowerInvariant()
        : Number(text, part).ToString(CultureInfo.InvariantCulture);
}
