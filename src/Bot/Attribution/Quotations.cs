using Bot.Linguistics;

namespace Bot.Attribution;

/// <summary>Finds what stands in quotation marks.</summary>
internal static class Quotations
{
    /// <summary>The text between each pair of marks within <paramref name="span"/>; one that never closes reaches to the end.</summary>
    public static List<TextSpan> In(string text, TextSpan span)
    {
        var found = new List<TextSpan>();
        var open = -1;
        for (var at = span.Start; at < span.End; at++)
        {
            var c = text[at];
            if (open < 0 && c is '“' or '«' or '„' or '"') open = at + 1;
            else if (open >= 0 && c is '”' or '»' or '"' or '“')
            {
                found.Add(new TextSpan(open, at));
                open = -1;
            }
        }
        if (open >= 0) found.Add(new TextSpan(open, span.End));
        return found;
    }
}
