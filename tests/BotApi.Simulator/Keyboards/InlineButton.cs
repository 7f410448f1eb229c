namespace BotApi.Simulator;

/// <summary>A button under a message; one of the properties besides the text says what it does.</summary>
public sealed record InlineButton(string Text)
{
    /// <summary>The link it opens, as Telegram rewrites it.</summary>
    public string? Url { get; init; }

    /// <summary>What the bot gets when it is pressed: 1 to 64 bytes.</summary>
    public string? CallbackData { get; init; }

    /// <summary>The inline query it starts in a chat to be chosen.</summary>
    public string? SwitchInlineQuery { get; init; }

    /// <summary>The inline query it starts in this chat.</summary>
    public string? SwitchInlineQueryCurrentChat { get; init; }

    /// <summary>What it copies to the clipboard.</summary>
    public CopiedText? CopyText { get; init; }

    /// <summary>The Web App it opens.</summary>
    public WebAppLink? WebApp { get; init; }
}
