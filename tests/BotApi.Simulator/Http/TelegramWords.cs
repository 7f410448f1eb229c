namespace BotApi.Simulator;

/// <summary>How Telegram words its errors.</summary>
internal static class TelegramWords
{
    /// <summary>The message as it stands after a prefix: in lower case, unless its beginning is an acronym or a code.</summary>
    public static string AfterPrefix(string message)
    {
        var isCode = message.Length >= 2 && (message[1] == '_' || char.IsAsciiLetterUpper(message[1]));
        return isCode || message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
