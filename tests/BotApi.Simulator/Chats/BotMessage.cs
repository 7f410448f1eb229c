namespace BotApi.Simulator;

/// <summary>A message in a private chat, as it is now.</summary>
/// <param name="Text">The plain text, after parsing and trimming.</param>
/// <param name="Html">The text as it was sent, markup included.</param>
public sealed record BotMessage(
    long ChatId,
    int MessageId,
    bool FromBot,
    DateTimeOffset Date,
    string Text,
    string Html,
    IReadOnlyList<TextEntity> Entities)
{
    /// <summary>When the message was last edited.</summary>
    public DateTimeOffset? EditDate { get; init; }

    /// <summary>The message this one answers.</summary>
    public int? ReplyToMessageId { get; init; }

    /// <summary>The passage of the answered message that is quoted.</summary>
    public string? Quote { get; init; }

    /// <summary>The inline keyboard under the message.</summary>
    public InlineKeyboard? Keyboard { get; init; }

    /// <summary>Whether the sender asked for no link preview.</summary>
    public bool LinkPreviewDisabled { get; init; }
}
