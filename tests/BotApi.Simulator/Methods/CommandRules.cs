using System.Text.RegularExpressions;

namespace BotApi.Simulator;

/// <summary>What a command and its description may be.</summary>
internal static partial class CommandRules
{
    private const int MaxName = 32;
    private const int MaxDescription = 256;

    /// <summary>The command as Telegram keeps it, without its slash.</summary>
    public static WireCommand Accept(WireCommand command)
    {
        var name = TextCleaner.Clean(command.Command).Trim();
        name = name.StartsWith('/') ? name[1..] : name;
        var description = TextCleaner.Clean(command.Description).Trim();
        Require(name.Length > 0, "Command must be non-empty");
        Require(Length(name) <= MaxName, $"Command length must not exceed {MaxName}");
        Require(description.Length > 0, "Command description must be non-empty");
        Require(Length(description) <= MaxDescription, $"Command description length must not exceed {MaxDescription}");
        Require(NamePattern().IsMatch(name), "BOT_COMMAND_INVALID");
        return new WireCommand(name, description);
    }

    [GeneratedRegex(@"\A[a-z0-9_]+\z")]
    private static partial Regex NamePattern();

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static void Require(bool condition, string complaint)
    {
        if (!condition)
        {
            throw ApiException.BadRequest(complaint);
        }
    }
}
