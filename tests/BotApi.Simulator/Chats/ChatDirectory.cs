using System.Collections.Concurrent;

namespace BotApi.Simulator;

/// <summary>All private chats by id.</summary>
internal sealed class ChatDirectory
{
    private readonly ConcurrentDictionary<long, PrivateChat> chats = new();
    private int lastMessageId;

    /// <summary>Message ids of all private chats come from one counter, as a bot sees them in Telegram.</summary>
    public int NextMessageId() => Interlocked.Increment(ref lastMessageId);

    public PrivateChat GetOrAdd(PrivateUser user) => chats.GetOrAdd(user.Id, static (_, user) => new PrivateChat(user), user);

    public PrivateChat? Find(long id) => chats.GetValueOrDefault(id);

    /// <summary>The chat of a user that a test or a person names.</summary>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public PrivateChat Get(long id) => Find(id) ?? throw new ArgumentException($"There is no user {id}.", nameof(id));

    /// <summary>The chat a call is about.</summary>
    public PrivateChat Resolve(CallParameters parameters)
    {
        var id = parameters.Text("chat_id");
        if (id.Length == 0)
        {
            throw ApiException.BadRequest("chat_id is empty");
        }

        return Find(LenientInteger.ToInt64(id)) ?? throw ApiException.BadRequest("chat not found");
    }

    /// <summary>Lets the call through if the bot may write there now.</summary>
    public static void RequireWritable(PrivateChat chat)
    {
        if (!chat.IsStarted)
        {
            throw ApiException.Forbidden("bot can't initiate conversation with a user");
        }

        if (chat.IsBlocked)
        {
            throw ApiException.Forbidden("bot was blocked by the user");
        }
    }
}
