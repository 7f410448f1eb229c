namespace BotApi.Simulator;

/// <summary>What happens to groups and channels as a whole, and what is written there in their names.</summary>
internal sealed class GroupActions(TelegramWorld world)
{
    private readonly UpdateWriter updates = new(world);

    public void Add(long id, string title, GroupKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, 0);
        world.Chats.AddGroup(id, title, kind);
    }

    public void SetMember(long groupId, long userId, string status)
    {
        MemberStatus.Check(status);
        var group = world.Chats.GetGroup(groupId);
        lock (group.Gate)
        {
            group.SetStatus(userId, status);
        }
    }

    /// <summary>Brings the bot in; a bot that is there already stays as it is.</summary>
    public int? AddBot(long groupId, long byUserId)
    {
        var actor = world.Chats.GetPrivate(byUserId);
        var group = world.Chats.GetGroup(groupId);
        lock (group.Gate)
        {
            if (group.IsHeardByBot)
            {
                return null;
            }

            var before = group.StatusOf(world.Bot.Id);
            group.Admit(byUserId);
            group.AddedBy = byUserId;
            group.SetStatus(world.Bot.Id, MemberStatus.Member);
            var update = updates.Membership(group, actor.WireUser, before, MemberStatus.Member);
            Note(group, byUserId, null, new ServiceNote { NewMember = world.Bot.Id });
            return update;
        }
    }

    /// <summary>Throws the bot out; null when it was not there.</summary>
    public int? RemoveBot(long groupId, long byUserId)
    {
        var actor = world.Chats.GetPrivate(byUserId);
        var group = world.Chats.GetGroup(groupId);
        lock (group.Gate)
        {
            if (!group.IsHeardByBot)
            {
                return null;
            }

            var before = group.StatusOf(world.Bot.Id);
            group.SetStatus(world.Bot.Id, MemberStatus.Kicked);
            var update = updates.Membership(group, actor.WireUser, before, MemberStatus.Kicked);
            Note(group, byUserId, null, new ServiceNote { LeftMember = world.Bot.Id });
            return update;
        }
    }

    /// <summary>The bot leaves by itself.</summary>
    public void Leave(SharedChat chat)
    {
        lock (chat.Gate)
        {
            if (!chat.IsHeardByBot)
            {
                return;
            }

            var before = chat.StatusOf(world.Bot.Id);
            chat.SetStatus(world.Bot.Id, MemberStatus.Left);
            updates.Membership(chat, world.Bot, before, MemberStatus.Left);
            if (chat is GroupChat)
            {
                Note(chat, world.Bot.Id, null, new ServiceNote { LeftMember = world.Bot.Id });
            }
        }
    }

    /// <summary>Makes a topic; its id is that of the message that tells of it.</summary>
    public int CreateTopic(long forumId, string name)
    {
        var group = world.Chats.GetGroup(forumId);
        if (group.Kind != GroupKind.Forum)
        {
            throw new ArgumentException("Only forums have topics.", nameof(forumId));
        }

        lock (group.Gate)
        {
            var id = group.NextMessageId();
            group.AddTopic(id);
            var message = New(group, id, TelegramUsers.AnonymousAdministrator.Id) with
            {
                SenderChatId = group.Id,
                ThreadId = id,
                Content = MessageContent.Service,
                Service = new ServiceNote { TopicName = name },
            };
            Post(group, message);
            return id;
        }
    }

    /// <summary>Turns a basic group into a supergroup with the same people; gives the update with the old id.</summary>
    public int? Migrate(long groupId, long supergroupId)
    {
        var group = world.Chats.GetGroup(groupId);
        if (group.Kind != GroupKind.Basic)
        {
            throw new ArgumentException("Only basic groups become supergroups.", nameof(groupId));
        }

        var supergroup = world.Chats.AddGroup(supergroupId, group.Title, GroupKind.Supergroup);
        int? update;
        lock (group.Gate)
        {
            foreach (var (member, status) in group.Members)
            {
                supergroup.SetStatus(member, status);
            }

            supergroup.AddedBy = group.AddedBy;
            var sender = group.AddedBy ?? TelegramUsers.AnonymousAdministrator.Id;
            update = Note(group, sender, null, new ServiceNote { MigratedTo = supergroupId });
            group.MigratedTo = supergroupId;
        }

        lock (supergroup.Gate)
        {
            Note(
                supergroup,
                TelegramUsers.AnonymousAdministrator.Id,
                supergroupId,
                new ServiceNote { MigratedFrom = groupId });
        }

        return update;
    }

    /// <summary>An administrator writes in the group's name.</summary>
    public UserAction SendAnonymously(long groupId, string text, int? replyTo)
    {
        var finished = ClientText.Type(text, MessageLimits.Text);
        var group = world.Chats.GetGroup(groupId);
        lock (group.Gate)
        {
            var replied = replyTo is { } id
                ? group.Messages.Find(id) ?? throw new ArgumentException($"There is no message {id}.", nameof(replyTo))
                : null;
            return Post(group, New(group, group.NextMessageId(), TelegramUsers.AnonymousAdministrator.Id) with
            {
                SenderChatId = group.Id,
                Text = finished.Text,
                Html = text,
                Entities = finished.Entities,
                ReplyToMessageId = replyTo,
                ThreadId = replied is null ? null : group.ThreadOfReplyTo(replied),
            });
        }
    }

    /// <summary>Telegram repeats a channel's post in the group where the channel is discussed.</summary>
    public UserAction ForwardFromChannel(long groupId, long channelId, string text)
    {
        var finished = ClientText.Type(text, MessageLimits.Text);
        var channel = world.Chats.GetOrAddChannel(channelId);
        BotMessage post;
        lock (channel.Gate)
        {
            post = New(channel, channel.NextMessageId(), 0) with { Text = finished.Text, Html = text, Entities = finished.Entities };
            Post(channel, post);
        }

        var group = world.Chats.GetGroup(groupId);
        lock (group.Gate)
        {
            return Post(group, post with
            {
                ChatId = groupId,
                MessageId = group.NextMessageId(),
                SenderId = TelegramUsers.ServiceNotifications.Id,
                SenderChatId = channelId,
                Forwarded = new ForwardedPost(channelId, post.MessageId),
            });
        }
    }

    /// <summary>A channel publishes something. Bots are in channels as administrators only.</summary>
    public int? PostInChannel(long channelId, string text)
    {
        var finished = ClientText.Type(text, MessageLimits.Text);
        var channel = world.Chats.GetOrAddChannel(channelId);
        lock (channel.Gate)
        {
            if (channel.BotStatus is null)
            {
                channel.SetStatus(world.Bot.Id, MemberStatus.Administrator);
            }

            var post = New(channel, channel.NextMessageId(), 0) with
            {
                Text = finished.Text,
                Html = text,
                Entities = finished.Entities,
            };
            return Post(channel, post).UpdateId;
        }
    }

    private BotMessage New(Chat chat, int messageId, long senderId)
        => new(chat.Id, messageId, false, world.Time.GetUtcNow(), "", "", []) { SenderId = senderId };

    private int? Note(Chat chat, long senderId, long? senderChatId, ServiceNote note)
        => Post(chat, New(chat, chat.NextMessageId(), senderId) with
        {
            SenderChatId = senderChatId,
            Content = MessageContent.Service,
            Service = note,
        }).UpdateId;

    private UserAction Post(Chat chat, BotMessage message)
    {
        chat.Messages.Add(message);
        return new UserAction(updates.Message(chat, message), message.MessageId);
    }
}
