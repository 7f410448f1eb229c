namespace BotApi.Simulator;

/// <summary>What a message consists of.</summary>
public enum MessageContent
{
    /// <summary>Text alone.</summary>
    Text,

    /// <summary>A picture; the message's text is its caption, which may be empty.</summary>
    Photo,

    /// <summary>A sticker, without any text.</summary>
    Sticker,

    /// <summary>A note of Telegram's own about what happened in the chat.</summary>
    Service,
}
