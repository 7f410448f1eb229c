namespace Bot.Cli;

/// <summary>What a terminal can show and a file cannot.</summary>
internal static class Terminal
{
    /// <summary>Bold, unless the output goes to a file or NO_COLOR asks for none (https://no-color.org).</summary>
    public static string Bold(string words) => Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? words : $"\u001b[1m{words}\u001b[0m";
}
