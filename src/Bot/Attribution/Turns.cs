using System.Text.RegularExpressions;

namespace Bot.Attribution;

/// <summary>Where in a sentence one speaker's turn ends and another's may begin: "Trump says …; Zelensky says …", "…, but Peskov said …".</summary>
internal static partial class Turns
{
    public static string[] Of(string sentence) => Boundary().Split(sentence);

    /// <param name="between">What stands between two words of one sentence.</param>
    public static bool ArePartedBy(ReadOnlySpan<char> between) => Boundary().IsMatch(between);

    [GeneratedRegex(@";\s+|,\s+(?=(?:but|while|whereas|але|проте|однак|тоді як|натомість|а|но|однако|тогда как|зато)\s)")]
    private static partial Regex Boundary();
}
