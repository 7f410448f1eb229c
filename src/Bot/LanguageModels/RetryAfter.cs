using System.Globalization;

namespace Bot.LanguageModels;

/// <summary>The header by which a server says when to come again: seconds, or a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? In(string? header)
    {
        if (double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : null;
    }
}
