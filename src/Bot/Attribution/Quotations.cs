using Bot.Linguistics;

namespace Bot.Attribution;

/// <summary>Finds what stands in quotation marks.</summary>
internal static class Quotations
{
    /// <summary>What closes each opening mark; a quotation within a quotation belongs to the outer one.</summary>
    private static readonly Dictionary<char, string> Partners = new() { ['“'] = "”", ['«'] = "»", ['„'] = "“”", ['"'] = "\"" };

    /// <summary>The text between each pair of marks within <paramref name="span"/>; one that never closes reaches to the end.</summary>
    public static List<TextSpan> In(string text, TextSpan span)
    {
        var found = new List<TextSpan>();
        var open = -1;
        var closing = "";
        for (var at = span.Start; at < span.End; at++)
        {
            if (open < 0 && Partners.TryGetValue(text[at], out var partner)) (open, closing) = (at + 1, partner);
            else if (open >= 0 && closing.Contains(text[at]))
            {
                found.Add(new TextSpan(open, at));
                open = -1;
            }
        }
        if (open >= 0) found.Add(new TextSpan(open, span.End));
        return found;
    }
}
