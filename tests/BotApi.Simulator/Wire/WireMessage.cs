namespace BotApi.Simulator;

/// <summary><c>Message</c> in JSON.</summary>
internal sealed record WireMessage(int MessageId, WireUser From, WireChat Chat, long Date)
{
    public long? EditDate { get; init; }

    public WireMessage? ReplyToMessage { get; init; }

    public WireQuote? Quote { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<WireEntity>? Entities { get; init; }

    public WireLinkPreview? LinkPreviewOptions { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}
