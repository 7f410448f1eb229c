namespace BotApi.Simulator;

/// <summary>A message in a chat, as it is now.</summary>
/// <param name="Text">The plain text or the caption, after parsing and trimming.</param>
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
    /// <summary>What the message consists of.</summary>
    public MessageContent Content { get; init; }

    /// <summary>The user in whose name the message stands; zero for a channel's own posts.</summary>
    public long SenderId { get; init; }

    /// <summary>The topic of a forum, or the thread of answers in another supergroup.</summary>
    public int? ThreadId { get; init; }

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

    /// <summary>The chat in whose name the message stands, when it is not a user's.</summary>
    internal long? SenderChatId { get; init; }

    internal ServiceNote? Service { get; init; }

    internal ForwardedPost? Forwarded { get; init; }
}
