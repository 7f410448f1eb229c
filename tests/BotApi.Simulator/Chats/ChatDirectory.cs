using System.Collections.Concurrent;

namespace BotApi.Simulator;

/// <summary>All chats by id.</summary>
internal sealed class ChatDirectory(long botId, int rememberedMessages)
{
    private readonly ConcurrentDictionary<long, Chat> chats = new();

    // As a bot sees it in Telegram, private chats and basic groups count together, and any other chat for itself.
    private readonly ChatSettings common = new(botId, rememberedMessages, new MessageCounter());

    public PrivateChat GetOrAdd(PrivateUser user)
        => (PrivateChat)chats.GetOrAdd(user.Id, static (_, given) => new PrivateChat(given.user, given.common), (user, common));

    /// <exception cref="ArgumentException">The id is taken.</exception>
    public GroupChat AddGroup(long id, string title, GroupKind kind)
    {
        var group = new GroupChat(id, title, kind, kind == GroupKind.Basic ? common : OwnCount());
        return chats.TryAdd(id, group) ? group : throw new ArgumentException($"There is a chat {id} already.", nameof(id));
    }

    /// <exception cref="ArgumentException">The id is that of another kind of chat.</exception>
    public ChannelChat GetOrAddChannel(long id)
        => chats.GetOrAdd(id, static (id, directory) => new ChannelChat(id, "Channel", directory.OwnCount()), this) as ChannelChat
           ?? throw new ArgumentException($"{id} is no channel.", nameof(id));

    public Chat? Find(long id) => chats.GetValueOrDefault(id);

    public PrivateChat? FindPrivate(long userId) => Find(userId) as PrivateChat;

    /// <summary>The chat that a test or a person names.</summary>
    /// <exception cref="ArgumentException">There is no such chat.</exception>
    public Chat Get(long id) => Find(id) ?? throw new ArgumentException($"There is no chat {id}.", nameof(id));

    /// <exception cref="ArgumentException">There is no such user.</exception>
    public PrivateChat GetPrivate(long userId)
        => FindPrivate(userId) ?? throw new ArgumentException($"There is no user {userId}.", nameof(userId));

    /// <exception cref="ArgumentException">There is no such group.</exception>
    public GroupChat GetGroup(long id)
        => Find(id) as GroupChat ?? throw new ArgumentException($"There is no group {id}.", nameof(id));

    /// <summary>A chat that the bot has been told of.</summary>
    public Chat Known(long id)
    {
        var chat = Find(id) ?? throw ApiException.BadRequest("chat not found");
        lock (chat.Gate)
        {
            return chat.IsKnownToBot ? chat : throw ApiException.BadRequest("chat not found");
        }
    }

    /// <summary>The chat a call is about, if the bot may do this there.</summary>
    public Chat Resolve(CallParameters parameters, ChatAccess access)
    {
        var id = parameters.Text("chat_id");
        if (id.Length == 0)
        {
            throw ApiException.BadRequest("chat_id is empty");
        }

        var chat = Known(LenientInteger.ToInt64(id));
        lock (chat.Gate)
        {
            chat.RequireAccess(access);
        }

        return chat;
    }

    private ChatSettings OwnCount() => common with { Counter = new MessageCounter() };
}
