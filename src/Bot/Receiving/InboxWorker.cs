using Bot.Delivery;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Handles what waits in the inbox: of every chat one update at a time, of many chats together.</summary>
internal sealed partial class InboxWorker(
    Inbox inbox, UpdateHandler handler, FloodLimits floods, Chats chats, Outbox outbox, ButtonAnswers buttons, BotAccount account, Database database, Conditions conditions, TimeProvider clock, ILogger<InboxWorker> log)
    : Worker("answering", conditions, clock)
{
    private const int AtOnce = 128;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly FloodVerdict NoQuestion = new FloodVerdict.Allowed();

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
        var verdicts = updates.Select(update => handler.AsksSomething(update, botName) ? floods.Judge(update.Message!.From, update.Message.IsPrivate ? null : update.ChatId) : NoQuestion).ToList();
        var outcomes = new Outcome[updates.Count];
        Parallel.For(0, updates.Count, at => outcomes[at] = Handle(updates[at], memories[updates[at].ChatId], verdicts[at], botName));
        Store(updates, outcomes);
        foreach (var (update, outcome) in updates.Zip(outcomes))
        {
            if (update.Press is { } press) buttons.Answer(press, outcome.Toast);
        }
    }

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
            return UpdateHandler.GiveUp(update, memory);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A defect: update {UpdateId} could not be handled")]
    private partial void NotHandled(Exception defect, long updateId);
}
