namespace BotApi.Simulator;

/// <summary>What people do in their clients, and what that tells the bot.</summary>
internal sealed class UserActions(TelegramWorld world)
{
    private readonly UpdateWriter updates = new(world);

    public PrivateUser Add(PrivateUser user)
    {
        world.Chats.GetOrAdd(user).Change(user);
        return user;
    }

    public UserAction Send(long chatId, long userId, string text, int? replyTo, int? threadId)
    {
        var finished = ClientText.Type(text, MessageLimits.Text);
        return Post(chatId, userId, replyTo, threadId, message => message with
        {
            Text = finished.Text,
            Html = text,
            Entities = finished.Entities,
        });
    }

    /// <summary>Without what a client does to a text: it reaches the bot as it is.</summary>
    public UserAction SendUnchecked(long chatId, long userId, string text)
        => Post(chatId, userId, null, null, message => message with { Text = text, Html = text });

    public UserAction SendPhoto(long chatId, long userId, string? caption, int? threadId)
    {
        var finished = string.IsNullOrEmpty(caption) ? new ParsedText("", []) : ClientText.Type(caption, MessageLimits.Caption);
        return Post(chatId, userId, null, threadId, message => message with
        {
            Content = MessageContent.Photo,
            Text = finished.Text,
            Html = caption ?? "",
            Entities = finished.Entities,
        });
    }

    public UserAction SendSticker(long chatId, long userId)
        => Post(chatId, userId, null, null, message => message with { Content = MessageContent.Sticker });

    /// <summary>A service message that tells nothing a bot would have to know.</summary>
    public int? SendServiceNote(long chatId, long userId)
    {
        var note = chatId == userId ? new ServiceNote { AutoDeleteSeconds = 86_400 } : new ServiceNote { NewTitle = "New title" };
        return Post(chatId, userId, null, null, message => message with { Content = MessageContent.Service, Service = note }).UpdateId;
    }

    public UserAction Edit(long chatId, long userId, int messageId, string text)
    {
        var chat = world.Chats.Get(chatId);
        lock (chat.Gate)
        {
            RequireMayWrite(chat, userId);
            var message = Find(chat, messageId);
            if (message.SenderId != userId || message.Content is MessageContent.Sticker or MessageContent.Service)
            {
                throw new ArgumentException("A user can edit only the words of an own message.", nameof(messageId));
            }

            var isText = message.Content == MessageContent.Text;
            var finished = ClientText.Type(text, isText ? MessageLimits.Text : MessageLimits.Caption);
            message = message with
            {
                Text = finished.Text,
                Html = text,
                Entities = finished.Entities,
                EditDate = world.Time.GetUtcNow(),
            };
            chat.Messages.Replace(message);
            return new UserAction(updates.Edit(chat, message), messageId);
        }
    }

    public ButtonPress Press(long chatId, long userId, int messageId, string callbackData)
    {
        var chat = world.Chats.Get(chatId);
        var user = world.Chats.GetPrivate(userId);
        lock (chat.Gate)
        {
            var message = Find(chat, messageId);
            if (message.Keyboard?.Buttons.Any(button => button.CallbackData == callbackData) != true)
            {
                throw new ArgumentException($"Message {messageId} has no button with the data {callbackData}.", nameof(callbackData));
            }

            var id = world.Queries.Open();
            return new ButtonPress(updates.Press(chat, message, user.WireUser, id, callbackData), id);
        }
    }

    public bool Delete(long chatId, int messageId)
    {
        var chat = world.Chats.Get(chatId);
        lock (chat.Gate)
        {
            return chat.Messages.Remove(messageId);
        }
    }

    /// <summary>Blocks or unblocks the bot; null when nothing changed or the bot wants no such updates.</summary>
    public int? SetBlocked(long userId, bool blocked)
    {
        var chat = world.Chats.GetPrivate(userId);
        lock (chat.Gate)
        {
            if (chat.IsBlocked == blocked)
            {
                return null;
            }

            chat.IsBlocked = blocked;
            return blocked
                ? updates.Membership(chat, chat.WireUser, MemberStatus.Member, MemberStatus.Kicked)
                : updates.Membership(chat, chat.WireUser, MemberStatus.Kicked, MemberStatus.Member);
        }
    }

    private static BotMessage Find(Chat chat, int messageId)
        => chat.Messages.Find(messageId) ?? throw new ArgumentException($"There is no message {messageId}.", nameof(messageId));

    private static void RequireMayWrite(Chat chat, long userId)
    {
        switch (chat)
        {
            case PrivateChat when chat.Id != userId:
                throw new ArgumentException("Nobody writes in somebody else's private chat.", nameof(userId));
            case PrivateChat { IsBlocked: true }:
                throw new InvalidOperationException("The user has blocked the bot; a client offers only to unblock it.");
            case ChannelChat:
                throw new ArgumentException("Users do not write in channels.", nameof(chat));
            case GroupChat { MigratedTo: { } supergroup }:
                throw new InvalidOperationException($"The group is the supergroup {supergroup} now.");
            case SharedChat shared when shared.StatusOf(userId) == MemberStatus.Kicked:
                throw new InvalidOperationException("The user was kicked from the chat.");
        }
    }

    /// <summary>A thread of answers that begins with this message, or the forum's topic.</summary>
    private static int? ThreadOf(Chat chat, BotMessage? replied, int? threadId)
    {
        if (threadId is not { } id)
        {
            return replied is null ? null : chat.ThreadOfReplyTo(replied);
        }

        return chat is GroupChat { Kind: GroupKind.Forum } forum && forum.HasTopic(id)
            ? id
            : throw new ArgumentException($"There is no topic {id}.", nameof(threadId));
    }

    private UserAction Post(long chatId, long userId, int? replyTo, int? threadId, Func<BotMessage, BotMessage> fill)
    {
        world.Chats.GetPrivate(userId);
        var chat = world.Chats.Get(chatId);
        lock (chat.Gate)
        {
            RequireMayWrite(chat, userId);
            var replied = replyTo is { } id ? Find(chat, id) : null;
            var thread = ThreadOf(chat, replied, threadId);
            switch (chat)
            {
                case PrivateChat own:
                    own.IsStarted = true;
                    break;
                case SharedChat shared:
                    shared.Admit(userId);
                    break;
            }

            var message = fill(new BotMessage(chatId, chat.NextMessageId(), false, world.Time.GetUtcNow(), "", "", [])
            {
                SenderId = userId,
                ThreadId = thread,
                ReplyToMessageId = replyTo,
            });
            chat.Messages.Add(message);
            return new UserAction(updates.Message(chat, message), message.MessageId);
        }
    }
}
