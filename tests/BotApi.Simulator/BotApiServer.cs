using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BotApi.Simulator;

/// <summary>
/// A stand-in for Telegram's Bot API server on a real socket. A bot talks to it over HTTP; a test plays the users with
/// the methods here, and a person with <c>/control/</c>. All members are thread-safe.
/// </summary>
public sealed class BotApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TelegramWorld world;
    private readonly UserActions users;
    private readonly GroupActions groups;
    private readonly CancellationTokenSource stopping = new();

    private BotApiServer(WebApplication app, TelegramWorld world)
    {
        this.app = app;
        this.world = world;
        users = new UserActions(world);
        groups = new GroupActions(world);
        BaseUrl = new Uri("http://localhost");
    }

    /// <summary>Where the bot finds the server, e.g. <c>http://127.0.0.1:8081/</c>.</summary>
    public Uri BaseUrl { get; private set; }

    /// <summary>The token the bot has to use.</summary>
    public string Token => world.Options.Token;

    /// <summary>What goes wrong with calls.</summary>
    public FaultPlan Faults => world.Faults;

    /// <summary>How many updates the bot has neither confirmed nor taken by its webhook.</summary>
    public int PendingUpdates => world.Updates.Count;

    /// <summary>How many messages were refused because they broke <see cref="BotApiOptions.Limits"/>.</summary>
    public int FloodRefusals => world.Flood.Refusals;

    /// <summary>Messages the bot has sent so far, in all chats.</summary>
    public int BotMessages => world.BotMessages;

    /// <summary>Starts a server; when this returns, it listens.</summary>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public static async Task<BotApiServer> StartAsync(BotApiOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var server = new BotApiServer(app, new TelegramWorld(options));
        var handler = new RequestHandler(server.world, server.users, server.groups, server.stopping.Token);
        app.Run(handler.HandleAsync);
        await app.StartAsync(cancellation);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        server.BaseUrl = new Uri(addresses!.Addresses.Single());
        return server;
    }

    /// <summary>Creates a user, or changes one. The bot cannot write to them until they write first.</summary>
    public PrivateUser AddUser(long id, string firstName = "User", string? username = null, string? languageCode = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        if (id == world.Bot.Id)
        {
            throw new ArgumentException("That is the bot's own id.", nameof(id));
        }

        return users.Add(new PrivateUser(id, firstName, username, languageCode));
    }

    /// <summary>The user with this id, or null.</summary>
    public PrivateUser? FindUser(long id) => world.Chats.FindPrivate(id)?.User;

    /// <summary>Creates a group without the bot. Who writes there becomes a member.</summary>
    /// <exception cref="ArgumentException">There is such a chat already.</exception>
    public void AddGroup(long id, string title = "Group", GroupKind kind = GroupKind.Supergroup) => groups.Add(id, title, kind);

    /// <summary>Somebody brings the bot into a group; gives the id of the update of its membership.</summary>
    public int? AddBotToGroup(long groupId, long byUserId) => groups.AddBot(groupId, byUserId);

    /// <summary>Somebody throws the bot out of a group; gives the id of the update of its membership.</summary>
    public int? RemoveBotFromGroup(long groupId, long byUserId) => groups.RemoveBot(groupId, byUserId);

    /// <summary>Says what a user, or the bot, is in a group: creator, administrator, member, left or kicked. Nobody is told.</summary>
    public void SetMember(long groupId, long userId, string status) => groups.SetMember(groupId, userId, status);

    /// <summary>Makes a topic in a forum; gives its thread's id.</summary>
    public int CreateTopic(long forumId, string name) => groups.CreateTopic(forumId, name);

    /// <summary>Turns a basic group into a new supergroup; gives the update that tells of it in the old group.</summary>
    public int? MigrateGroup(long groupId, long supergroupId) => groups.Migrate(groupId, supergroupId);

    /// <summary>The user writes to the bot or in a group, perhaps in answer to a message or in a forum's topic.</summary>
    /// <exception cref="InvalidOperationException">The user has blocked the bot, or cannot write in the group.</exception>
    public UserAction SendText(long userId, string text, int? replyTo = null, long? chatId = null, int? threadId = null)
        => users.Send(chatId ?? userId, userId, text, replyTo, threadId);

    /// <summary>A text that no client would send, empty or too long or not trimmed, reaches the bot as it is.</summary>
    public UserAction SendUnchecked(long userId, string text) => users.SendUnchecked(userId, userId, text);

    /// <summary>The user edits an own message or caption.</summary>
    public UserAction EditText(long userId, int messageId, string text, long? chatId = null)
        => users.Edit(chatId ?? userId, userId, messageId, text);

    /// <summary>The user presses the inline button with this data.</summary>
    /// <exception cref="ArgumentException">The message has no such button now.</exception>
    public ButtonPress Press(long userId, int messageId, string callbackData, long? chatId = null)
        => users.Press(chatId ?? userId, userId, messageId, callbackData);

    /// <summary>The user sends a picture, with words under it or without.</summary>
    public UserAction SendPhoto(long userId, string? caption, long? chatId = null, int? threadId = null)
        => users.SendPhoto(chatId ?? userId, userId, caption, threadId);

    /// <summary>The user sends a sticker.</summary>
    public UserAction SendSticker(long userId, long? chatId = null) => users.SendSticker(chatId ?? userId, userId);

    /// <summary>An administrator writes in the group's name.</summary>
    public UserAction SendAnonymously(long groupId, string text, int? replyTo = null) => groups.SendAnonymously(groupId, text, replyTo);

    /// <summary>A channel, made if need be, publishes something, and Telegram repeats it in its discussion group.</summary>
    public UserAction ForwardFromChannel(long groupId, long channelId, string text) => groups.ForwardFromChannel(groupId, channelId, text);

    /// <summary>A channel, made if need be with the bot as an administrator, publishes something; gives the update's id.</summary>
    public int? PostInChannel(long channelId, string text) => groups.PostInChannel(channelId, text);

    /// <summary>Something happens in a chat that Telegram tells in a message of its own, without any text; gives the update's id.</summary>
    public int? ServiceMessage(long chatId, long userId) => users.SendServiceNote(chatId, userId);

    /// <summary>What the bot answers to a pressed button.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public Task<CallbackAnswer> AnswerToAsync(ButtonPress press, TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(press);
        return world.Queries.AnswerTo(press.QueryId).WaitAsync(timeout, cancellation);
    }

    /// <summary>Deletes a message of anybody for everybody. Bots are not told.</summary>
    public bool DeleteMessage(long chatId, int messageId) => users.Delete(chatId, messageId);

    /// <summary>The user blocks the bot; gives the update's id, if one was made.</summary>
    public int? Block(long userId) => users.SetBlocked(userId, true);

    /// <summary>The user unblocks the bot; gives the update's id, if one was made.</summary>
    public int? Unblock(long userId) => users.SetBlocked(userId, false);

    /// <summary>All messages of a chat in order, as they are now.</summary>
    public IReadOnlyList<BotMessage> Messages(long chatId)
    {
        var chat = world.Chats.Get(chatId);
        lock (chat.Gate)
        {
            return chat.Messages.All();
        }
    }

    /// <summary>The bot's first message after the given one, now or as soon as it comes.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<BotMessage> NextMessageAsync(long chatId, int afterMessageId, TimeSpan timeout, CancellationToken cancellation = default)
        => ChatWatcher.WaitAsync(world.Chats.Get(chatId), afterMessageId, _ => true, timeout, cancellation);

    /// <summary>The bot's first message that fits, after the given one; edits are seen too.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<BotMessage> WaitForMessageAsync(
        long chatId, int afterMessageId, Func<BotMessage, bool> fits, TimeSpan timeout, CancellationToken cancellation = default)
        => ChatWatcher.WaitAsync(world.Chats.Get(chatId), afterMessageId, fits, timeout, cancellation);

    /// <summary>The calls received with the right token, in order: all, or those of one method.</summary>
    public IReadOnlyList<ReceivedCall> Calls(string? method = null) => world.Calls.List(method);

    /// <summary>Stops the server; waiting polls are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        await world.Webhook.ReplaceAsync(null, dropPending: false);
        await app.StopAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>Completes when the process is asked to end.</summary>
    internal Task WaitForShutdownAsync() => app.WaitForShutdownAsync();
}
