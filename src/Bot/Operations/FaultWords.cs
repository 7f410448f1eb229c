using Bot.Storage;
using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Operations;

/// <summary>What a fault means and what to do about it, in words for whoever runs the bot.</summary>
internal static class FaultWords
{
    /// <summary>Null where only a mistake in the code explains the fault.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        SqliteException database => DatabaseFault.Explain(database),
        FileNotFoundException missing => missing.Message,
        BotApiException { Code: 401 or 404 } telegram => $"Telegram does not know the token ({telegram.Code} {telegram.Message}); get a valid one from @BotFather, set Telegram:Token and start again",
        BotApiException { Code: 409 } telegram when telegram.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase) => $"a webhook was set ({telegram.Code} {telegram.Message}); it is removed",
        BotApiException { Code: 409 } telegram => $"somebody else fetches this bot's updates ({telegram.Code} {telegram.Message}); stop the other one",
        BotApiException { Code: 0 } telegram => $"Telegram cannot be reached: {telegram.Message}",
        BotApiException telegram => $"Telegram answers {telegram.Code} {telegram.Message}",
        _ => null,
    };
}
