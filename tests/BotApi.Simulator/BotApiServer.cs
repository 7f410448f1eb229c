using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BotApi.Simulator;

/// <summary>
/// A stand-in for Telegram's Bot API server on a real socket. A bot talks to it over HTTP; a test plays the users with
/// the methods here, and a person with <c>/control/</c>. Only private chats are simulated. All members are thread-safe.
/// </summary>
public sealed class BotApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TelegramWorld world;
    private readonly UserActions users;
    private readonly CancellationTokenSource stopping = new();

    private BotApiServer(WebApplication app, TelegramWorld world)
    {
        this.app = app;
        this.world = world;
        users = new UserActions(world);
        BaseUrl = new Uri("http://localhost");
    }

    /// <summary>Where the bot finds the server, e.g. <c>http://127.0.0.1:8081/</c>.</summary>
    public Uri BaseUrl { get; private set; }

    /// <summary>The token the bot has to use.</summary>
    public string Token => world.Options.Token;

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
        var handler = new RequestHandler(server.world, server.users, server.stopping.Token);
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
        return users.Add(new PrivateUser(id, firstName, username, languageCode));
    }

    /// <summary>The user with this id, or null.</summary>
    public PrivateUser? FindUser(long id) => world.Chats.Find(id)?.User;

    /// <summary>The user writes to the bot, perhaps in answer to a message.</summary>
    /// <exception cref="InvalidOperationException">The user has blocked the bot.</exception>
    public UserAction SendText(long userId, string text, int? replyTo = null) => users.Send(userId, text, replyTo);

    /// <summary>The user edits an own message.</summary>
    public UserAction EditText(long userId, int messageId, string text) => users.Edit(userId, messageId, text);

    /// <summary>The user presses the inline button with this data.</summary>
    /// <exception cref="ArgumentException">The message has no such button now.</exception>
    public ButtonPress Press(long userId, int messageId, string callbackData) => users.Press(userId, messageId, callbackData);

    /// <summary>What the bot answers to a pressed button.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public Task<CallbackAnswer> AnswerToAsync(ButtonPress press, TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(press);
        return world.Queries.AnswerTo(press.QueryId).WaitAsync(timeout, cancellation);
    }

    /// <summary>Deletes a message, of the user or the bot, for both. Bots are not told.</summary>
    public bool DeleteMessage(long userId, int messageId) => users.Delete(userId, messageId);

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
            return chat.All();
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
        await app.StopAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>Completes when the process is asked to end.</summary>
    internal Task WaitForShutdownAsync() => app.WaitForShutdownAsync();
}
