using Bot.Delivery;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Handles what waits in the inbox: of every chat one update at a time, of many chats together.</summary>
internal sealed partial class InboxWorker(
    Inbox inbox, UpdateHandler handler, FloodLimits floods, Chats chats, Outbox outbox, ButtonAnswers buttons, BotAccount account, Database database, Metrics metrics, Conditions conditions, TimeProvider clock, ILogger<InboxWorker> log)
    : Worker("answering", conditions, clock)
{
    private const int AtOnce = 128;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly FloodVerdict NotLimited = new FloodVerdict.Allowed();

    /// <summary>Of updates that are not stored as handled yet: a round that the database fails is repeated, and no question counts twice.</summary>
    private readonly Dictionary<long, FloodVerdict> verdicts = [];
    private bool hasMore;

    protected override Task<bool> WorkAsync(CancellationToken stop)
    {
        // Until its name is known, it cannot be told whether a group's message is for the bot.
        if (!account.UserName.IsCompletedSuccessfully) return Task.FromResult(true);
        var updates = UpToAMigration(inbox.Next(AtOnce));
        hasMore = updates.Count > 0;
        if (hasMore) Handle(updates, account.UserName.Result);
        return Task.FromResult(true);
    }

    protected override Task WaitAsync(CancellationToken stop)
    {
        if (hasMore) return Task.CompletedTask;
        return account.UserName.IsCompleted ? inbox.WaitAsync(LookAgain, stop) : Task.WhenAny(account.UserName, Task.Delay(LookAgain, Clock, stop));
    }

    /// <summary>What comes after it may be in the chat that the group has become, with the conversations that go there.</summary>
    private static IReadOnlyList<Update> UpToAMigration(IReadOnlyList<Update> updates) =>
        updates.Index().FirstOrDefault(pair => pair.Item.Migration is not null) is { Item: not null } migration ? [.. updates.Take(migration.Index + 1)] : updates;

    private void Handle(IReadOnlyList<Update> updates, string botName)
    {
        var memories = chats.Recall(updates);
        foreach (var update in updates) verdicts.TryAdd(update.Id, Judge(update, botName));
        var outcomes = new Outcome[updates.Count];
        Parallel.For(0, updates.Count, at => outcomes[at] = Handle(updates[at], memories[updates[at].Id], verdicts[updates[at].Id], botName));
        Store(updates, outcomes);
        verdicts.Clear();
        foreach (var (update, outcome) in updates.Zip(outcomes))
        {
            Handled(update.Id, outcome.Event);
            outcome.Count?.Invoke(metrics);
            if (update.Press is { } press) buttons.Answer(press, outcome.Toast);
        }
    }

    private FloodVerdict Judge(Update update, string botName) => handler.AddressedIn(update, botName) switch
    {
        null => NotLimited,
        QuestionAsked => floods.Judge(update.Message!.From, update.Message.IsPrivate ? null : update.ChatId),
        _ => floods.JudgeCommand(update.Message!.From),
    };

    private Outcome Handle(Update update, ChatMemory memory, FloodVerdict verdict, string botName)
    {
        try
        {
            return handler.Handle(update, memory, verdict, botName);
        }
        // Whatever one message does must not keep the next ones waiting.
        catch (Exception defect)
        {
            NotHandled(defect, update.Id);
            return handler.GiveUp(update, memory, botName);
        }
    }

    private void Store(IReadOnlyList<Update> updates, Outcome[] outcomes)
    {
        database.InTransaction((connection, transaction) =>
        {
            foreach (var outcome in outcomes) outcome.Change?.Invoke(connection, transaction);
            chats.Remember(connection, transaction, [.. outcomes.Select(outcome => outcome.Turn).OfType<RememberedTurn>()]);
            outbox.Add(connection, transaction, outcomes.SelectMany(outcome => outcome.Messages));
            inbox.Handled(connection, transaction, updates.Select(update => update.Id));
            return true;
        });
        outbox.Announce();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Update {UpdateId} handled: {Event}")]
    private partial void Handled(long updateId, string @event);

    [LoggerMessage(Level = LogLevel.Error, Message = "A defect: update {UpdateId} could not be handled")]
    private partial void NotHandled(Exception defect, long updateId);
}
