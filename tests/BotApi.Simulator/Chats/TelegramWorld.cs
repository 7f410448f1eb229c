namespace BotApi.Simulator;

/// <summary>Everything the simulated Telegram knows.</summary>
internal sealed class TelegramWorld
{
    private int botMessages;

    public TelegramWorld(BotApiOptions options)
    {
        Options = options;
        Chats = new ChatDirectory(options.BotId, options.RememberedMessages);
        Updates = new UpdateQueue(options.Time);
        Webhook = new WebhookSwitch(Updates, options.Time, options.WebhookRetry);
        Queries = new CallbackQueries(options.Time);
        Calls = new CallLog(options.Time, options.RememberedCalls);
        Faults = new FaultPlan(options.Time);
        Flood = new FloodControl(options.Limits, options.Time);
        Bot = new WireUser(options.BotId, true, options.BotName, options.BotUsername, null);
    }

    public BotApiOptions Options { get; }

    public TimeProvider Time => Options.Time;

    public ITextParser Parser => Options.Parser;

    public ChatDirectory Chats { get; }

    public UpdateQueue Updates { get; }

    public WebhookSwitch Webhook { get; }

    public CallbackQueries Queries { get; }

    public CommandStore Commands { get; } = new();

    public CallLog Calls { get; }

    public FaultPlan Faults { get; }

    public FloodControl Flood { get; }

    /// <summary>The bot's own user.</summary>
    public WireUser Bot { get; }

    /// <summary>Anybody who may be shown as a sender.</summary>
    public WireUser? FindUser(long id)
        => id == Bot.Id ? Bot
            : id == TelegramUsers.AnonymousAdministrator.Id ? TelegramUsers.AnonymousAdministrator
            : id == TelegramUsers.ServiceNotifications.Id ? TelegramUsers.ServiceNotifications
            : Chats.FindPrivate(id)?.WireUser;

    /// <summary>Messages the bot has sent so far.</summary>
    public int BotMessages => Volatile.Read(ref botMessages);

    public void CountBotMessage() => Interlocked.Increment(ref botMessages);
}
