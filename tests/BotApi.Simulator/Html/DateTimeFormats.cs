namespace BotApi.Simulator;

/// <summary>Formats of <c>tg-time</c>: <c>r</c> for relative, or any of <c>w</c>, <c>d</c>, <c>D</c>, <c>t</c>, <c>T</c>.</summary>
internal static class DateTimeFormats
{
    /// <summary>The format as the Bot API gives it back, or null when it is invalid.</summary>
    public static string? Normalize(string format)
    {
        if (format is "r" or "R")
        {
            return "r";
        }

        if (format.Any(c => !"tTdDwW".Contains(c)))
        {
            return null;
        }

        var day = format.Contains('w', StringComparison.OrdinalIgnoreCase) ? "w" : "";
        var date = format.Contains('d') ? "d" : format.Contains('D') ? "D" : "";
        var time = format.Contains('t') ? "t" : format.Contains('T') ? "T" : "";
        return day + date + time;
    }
}
