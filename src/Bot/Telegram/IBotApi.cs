using Bot.Linguistics;

namespace Bot.Telegram;

/// <summary>The Bot API as the bot uses it. Every method that calls Telegram throws <see cref="BotApiException"/> when Telegram refuses or cannot be reached.</summary>
internal interface IBotApi
{
    /// <summary>The bot's own user name, without the "@".</summary>
    Task<string> GetUserNameAsync(CancellationToken stop);

    /// <summary>Updates from <paramref name="offset"/> on, which confirms all before it; waits up to <paramref name="wait"/> for the first.</summary>
    Task<IReadOnlyList<Update>> GetUpdatesAsync(long offset, TimeSpan wait, CancellationToken stop);

    /// <summary>An update as Telegram posts it to a webhook.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    Update ReadUpdate(ReadOnlySpan<byte> json);

    /// <summary>The id of the new message.</summary>
    Task<int> SendMessageAsync(OutgoingMessage message, CancellationToken stop);

    /// <summary>Replaces text and buttons of an own message. An edit that changes nothing succeeds.</summary>
    Task EditMessageAsync(int messageId, OutgoingMessage message, CancellationToken stop);

    /// <param name="text">Shown to who pressed it; null for nothing.</param>
    Task AnswerButtonAsync(string queryId, string? text, CancellationToken stop);

    /// <summary>Shows for five seconds, or until a message comes, that the bot is typing.</summary>
    Task ShowTypingAsync(long chatId, int? threadId, CancellationToken stop);

    /// <summary>Shows in a private chat for half a minute what a message is going to say; empty, that the bot is thinking. The message must still be sent.</summary>
    /// <param name="previewId">Not 0; the same one changes what is shown.</param>
    Task ShowPreviewAsync(long chatId, int previewId, string html, CancellationToken stop);

    /// <param name="language">Of the people who see it; null for those of no other language.</param>
    Task SetIntroductionAsync(Introduction introduction, Language? language, CancellationToken stop);

    Task SetWebhookAsync(Uri address, string secret, CancellationToken stop);

    Task<WebhookState> GetWebhookAsync(CancellationToken stop);

    /// <summary>Telegram keeps what waits, for the next poll.</summary>
    Task DeleteWebhookAsync(CancellationToken stop);
}

/// <param name="Text">In Telegram's HTML, or as it is where <paramref name="IsHtml"/> is false.</param>
/// <param name="ReplyTo">The message it answers; it is sent all the same if that one is gone.</param>
/// <param name="ThreadId">The topic of a forum.</param>
internal sealed record OutgoingMessage(long ChatId, string Text, IReadOnlyList<MessageButton> Buttons, int? ReplyTo = null, int? ThreadId = null, bool IsHtml = true);

/// <param name="Data">Comes back when the button is pressed; 1 to 64 bytes of UTF-8.</param>
internal sealed record MessageButton(string Text, string Data);

/// <summary>What people see of the bot before they write to it.</summary>
/// <param name="Description">In the empty chat; at most 512 characters.</param>
/// <param name="ShortDescription">On the bot's profile; at most 120 characters.</param>
internal sealed record Introduction(IReadOnlyList<BotCommand> Commands, string Description, string ShortDescription);

/// <param name="Name">Without the slash.</param>
internal sealed record BotCommand(string Name, string Description);

/// <param name="Url">Empty where none is set.</param>
/// <param name="Waiting">Updates not delivered yet.</param>
/// <param name="LastError">Why the last delivery failed; null if none did.</param>
internal sealed record WebhookState(string Url, int Waiting, string? LastError)
{
    /// <summary>Why updates do not come; null if they do. An error after which all was delivered is over.</summary>
    public string? Trouble => LastError is { } error && Waiting > 0 ? $"{Waiting} wait; Telegram could not deliver the last: {error}" : null;
}
