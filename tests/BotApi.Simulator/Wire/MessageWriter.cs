namespace BotApi.Simulator;

/// <summary>Turns stored messages into what the Bot API shows of them.</summary>
internal sealed class MessageWriter(TelegramWorld world)
{
    /// <summary>The message with the one it answers, if that is still there. The caller holds the chat's gate.</summary>
    public WireMessage Write(PrivateChat chat, BotMessage message)
    {
        var replied = message.ReplyToMessageId is { } id ? chat.Find(id) : null;
        return WriteAlone(chat, message) with
        {
            ReplyToMessage = replied is null ? null : WriteAlone(chat, replied),
            Quote = message.Quote is { } quote
                ? new WireQuote(quote, replied?.Text.IndexOf(quote, StringComparison.Ordinal) ?? 0, true)
                : null,
        };
    }

    private WireMessage WriteAlone(PrivateChat chat, BotMessage message)
    {
        var from = message.FromBot ? world.Bot : WireUser.From(chat.User);
        return new WireMessage(message.MessageId, from, WireChat.From(chat.User), message.Date.ToUnixTimeSeconds())
        {
            EditDate = message.EditDate?.ToUnixTimeSeconds(),
            Text = message.Text,
            Entities = message.Entities.Count == 0 ? null : [.. message.Entities.Select(Write)],
            LinkPreviewOptions = message.LinkPreviewDisabled ? new WireLinkPreview(true) : null,
            ReplyMarkup = message.Keyboard,
        };
    }

    private WireEntity Write(TextEntity entity) => new(entity.Offset, entity.Length, entity.Type)
    {
        Url = entity.Url,
        User = entity.UserId is { } id && world.Chats.Find(id) is { } chat ? WireUser.From(chat.User) : null,
        Language = entity.Language,
        CustomEmojiId = entity.CustomEmojiId,
        UnixTime = entity.UnixTime,
        DateTimeFormat = entity.DateTimeFormat is { Length: > 0 } format ? format : null,
    };
}
