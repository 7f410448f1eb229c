namespace BotApi.Simulator;

/// <summary>Everything the simulated Telegram knows.</summary>
internal sealed class TelegramWorld(BotApiOptions options)
{
    public BotApiOptions Options { get; } = options;

    public TimeProvider Time { get; } = options.Time;

    public ITextParser Parser { get; } = options.Parser;

    public ChatDirectory Chats { get; } = new(options.BotId);

    public UpdateQueue Updates { get; } = new(options.Time);

    public CallbackQueries Queries { get; } = new(options.Time);

    public CommandStore Commands { get; } = new();

    public CallLog Calls { get; } = new(options.Time, options.RememberedCalls);

    public FaultPlan Faults { get; } = new(options.Time);

    /// <summary>The bot's own user.</summary>
    public WireUser Bot { get; } = new(options.BotId, true, options.BotName, options.BotUsername, null);

    /// <summary>Anybody who may be shown as a sender.</summary>
    public WireUser? FindUser(long id)
        => id == Bot.Id ? Bot
            : id == TelegramUsers.AnonymousAdministrator.Id ? TelegramUsers.AnonymousAdministrator
            : id == TelegramUsers.ServiceNotifications.Id ? TelegramUsers.ServiceNotifications
            : Chats.FindPrivate(id)?.WireUser;
}
