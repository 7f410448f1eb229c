using System.Globalization;

namespace BotApi.Simulator;

/// <summary>Numbers as Telegram reads them: leading digits count, the rest is ignored, and nothing is zero.</summary>
internal static class LenientInteger
{
    public static int ToInt32(string text)
    {
        var (magnitude, negative) = Digits(text);
        return unchecked((int)(uint)(negative ? -magnitude : magnitude));
    }

    public static long ToInt64(string text)
    {
        var (magnitude, negative) = Digits(text);
        return unchecked(negative ? -magnitude : magnitude);
    }

    /// <summary>Whether the text is exactly how the number would be written.</summary>
    public static bool TryExact(string text, out long value)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
           && value.ToString(CultureInfo.InvariantCulture) == text;

    private static (long Magnitude, bool Negative) Digits(string text)
    {
        var negative = text.StartsWith('-');
        long magnitude = 0;
        for (var i = negative ? 1 : 0; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            magnitude = unchecked((magnitude * 10) + (text[i] - '0'));
        }

        return (magnitude, negative);
    }
}
