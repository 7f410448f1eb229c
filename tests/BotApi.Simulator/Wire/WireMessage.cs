namespace BotApi.Simulator;

/// <summary><c>Message</c> in JSON.</summary>
internal sealed record WireMessage(int MessageId, WireUser? From, WireChat? SenderChat, WireChat Chat, long Date)
{
    public long? EditDate { get; init; }

    public int? MessageThreadId { get; init; }

    public WireOrigin? ForwardOrigin { get; init; }

    public bool? IsAutomaticForward { get; init; }

    public WireChat? ForwardFromChat { get; init; }

    public int? ForwardFromMessageId { get; init; }

    public long? ForwardDate { get; init; }

    public WireMessage? ReplyToMessage { get; init; }

    public WireQuote? Quote { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<WireEntity>? Entities { get; init; }

    public IReadOnlyList<WirePhotoSize>? Photo { get; init; }

    public WireSticker? Sticker { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<WireEntity>? CaptionEntities { get; init; }

    public WireUser? NewChatParticipant { get; init; }

    public WireUser? NewChatMember { get; init; }

    public IReadOnlyList<WireUser>? NewChatMembers { get; init; }

    public WireUser? LeftChatParticipant { get; init; }

    public WireUser? LeftChatMember { get; init; }

    public string? NewChatTitle { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    public WireTopic? ForumTopicCreated { get; init; }

    public WireTimer? MessageAutoDeleteTimerChanged { get; init; }

    public WireLinkPreview? LinkPreviewOptions { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }

    public bool? IsTopicMessage { get; init; }
}
