using Bot.Linguistics;

namespace Bot.Telegram;

/// <summary>The Bot API as the bot uses it. Every method throws <see cref="BotApiException"/> when Telegram refuses or cannot be reached.</summary>
internal interface IBotApi
{
    /// <summary>The bot's own user name, without the "@".</summary>
    Task<string> GetUserNameAsync(CancellationToken stop);

    /// <summary>Updates from <paramref name="offset"/> on, which confirms all before it; waits up to <paramref name="wait"/> for the first.</summary>
    Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop);

    /// <summary>The id of the new message.</summary>
    Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop);

    /// <summary>Replaces text and buttons of an own message. An edit that changes nothing succeeds.</summary>
    Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop);

    Task AnswerButtonAsync(string queryId, CancellationToken stop);

    Task SetCommandsAsync(IReadOnlyList<BotCommand> commands, Language? language, CancellationToken stop);
}

/// <param name="Html">In Telegram's HTML.</param>
/// <param name="ReplyTo">The message it answers; it is sent all the same if that one is gone.</param>
internal sealed record OutgoingMessage(long ChatId, string Html, int? ReplyTo, IReadOnlyList<MessageButton> Buttons);

/// <param name="Data">Comes back when the button is pressed; 1 to 64 bytes of UTF-8.</param>
internal sealed record MessageButton(string Text, string Data);

/// <param name="Name">Without the slash.</param>
internal sealed record BotCommand(string Name, string Description);
