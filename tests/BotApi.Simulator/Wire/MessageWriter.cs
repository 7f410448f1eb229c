namespace BotApi.Simulator;

/// <summary>Turns stored messages into what the Bot API shows of them.</summary>
internal sealed class MessageWriter(TelegramWorld world)
{
    private readonly ServiceWriter services = new(world);

    /// <summary>The message with the one it answers, if that is still there. The caller holds the chat's gate.</summary>
    public WireMessage Write(Chat chat, BotMessage message)
    {
        // In a thread, what answers nothing answers the message that began the thread.
        var replied = (message.ReplyToMessageId ?? message.ThreadId) is { } id && id != message.MessageId
            ? chat.Messages.Find(id)
            : null;
        return replied is null && message.Quote is null
            ? WriteAlone(chat, message)
            : WriteAlone(chat, message) with
            {
                ReplyToMessage = replied is null ? null : WriteAlone(chat, replied),
                Quote = message.Quote is { } quote
                    ? new WireQuote(quote, replied?.Text.IndexOf(quote, StringComparison.Ordinal) ?? 0, true)
                    : null,
            };
    }

    private WireMessage WriteAlone(Chat chat, BotMessage message)
    {
        var date = message.Date.ToUnixTimeSeconds();
        var written = new WireMessage(message.MessageId, SenderOf(chat, message), SenderChatOf(chat, message), chat.Wire, date)
        {
            EditDate = message.EditDate?.ToUnixTimeSeconds(),
            MessageThreadId = message.ThreadId,
            IsTopicMessage = message.ThreadId is not null && chat is GroupChat { Kind: GroupKind.Forum } ? true : null,
            LinkPreviewOptions = message.LinkPreviewDisabled ? WireLinkPreview.Disabled : null,
            ReplyMarkup = message.Keyboard,
        };
        written = message.Forwarded is { } post ? WithOrigin(written, post) : written;
        return message.Content switch
        {
            MessageContent.Service => services.Write(written, message.Service!),
            MessageContent.Sticker => written with { Sticker = SampleFiles.Sticker },
            MessageContent.Photo => written with
            {
                Photo = SampleFiles.Photo,
                Caption = message.Text.Length == 0 ? null : message.Text,
                CaptionEntities = Write(message.Entities),
            },
            _ => written with { Text = message.Text, Entities = Write(message.Entities) },
        };
    }

    private WireUser? SenderOf(Chat chat, BotMessage message)
        => chat is ChannelChat ? null : world.FindUser(message.SenderId);

    private WireChat? SenderChatOf(Chat chat, BotMessage message)
        => chat is ChannelChat ? chat.Wire
            : message.SenderChatId is { } id ? world.Chats.Find(id)?.Wire
            : null;

    private WireMessage WithOrigin(WireMessage message, ForwardedPost post)
    {
        var channel = world.Chats.GetOrAddChannel(post.ChannelId).Wire;
        return message with
        {
            ForwardOrigin = new WireOrigin("channel", channel, post.MessageId, message.Date),
            IsAutomaticForward = true,
            ForwardFromChat = channel,
            ForwardFromMessageId = post.MessageId,
            ForwardDate = message.Date,
        };
    }

    private IReadOnlyList<WireEntity>? Write(IReadOnlyList<TextEntity> entities)
    {
        if (entities.Count == 0)
        {
            return null;
        }

        var written = new WireEntity[entities.Count];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = Write(entities[i]);
        }

        return written;
    }

    private WireEntity Write(TextEntity entity) => new(entity.Offset, entity.Length, entity.Type)
    {
        Url = entity.Url,
        User = entity.UserId is { } id ? world.Chats.FindPrivate(id)?.WireUser : null,
        Language = entity.Language,
        CustomEmojiId = entity.CustomEmojiId,
        UnixTime = entity.UnixTime,
        DateTimeFormat = entity.DateTimeFormat is { Length: > 0 } format ? format : null,
    };
}
