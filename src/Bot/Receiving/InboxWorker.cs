using Bot.Delivery;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>
/// Handles what waits in the inbox: of every chat one update at a time, of many chats together. What takes its time, since
/// the model is asked, does not keep the others waiting.
/// </summary>
internal sealed partial class InboxWorker(
    Inbox inbox, UpdateHandler handler, FloodLimits floods, Chats chats, Outbox outbox, ButtonAnswers buttons, BotAccount account, Database database, Metrics metrics, Conditions conditions, TimeProvider clock, ILogger<InboxWorker> log)
    : Worker("answering", conditions, clock)
{
    private const int AtOnce = 128;

    /// <summary>Of updates that wait for the model, so many are begun; the model has its own, lower limit.</summary>
    private const int MostBegun = 1024;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly FloodVerdict NotLimited = new FloodVerdict.Allowed();

    /// <summary>Of updates that are not stored as handled yet: a round that the database fails is repeated, and no question counts twice.</summary>
    private readonly Dictionary<long, FloodVerdict> verdicts = [];

    /// <summary>By update, what is being handled or is handled and not stored yet.</summary>
    private readonly Dictionary<long, Begun> begun = [];
    private bool hasMore;

    private sealed record Begun(Update Update, Task<Outcome> Handling);

    protected override Task<bool> WorkAsync(CancellationToken stop)
    {
        // Until its name is known, it cannot be told whether a group's message is for the bot.
        if (!account.UserName.IsCompletedSuccessfully) return Task.FromResult(true);
        var updates = UpToAMigration([.. inbox.Next(Math.Min(AtOnce, MostBegun - begun.Count), [.. begun.Values.Select(one => one.Update.ChatId)]).Where(update => !begun.ContainsKey(update.Id))]);
        hasMore = updates.Count > 0;
        if (hasMore) Begin(updates, account.UserName.Result, stop);
        StoreHandled();
        return Task.FromResult(true);
    }

    protected override Task WaitAsync(CancellationToken stop)
    {
        if (hasMore) return Task.CompletedTask;
        return account.UserName.IsCompleted ? inbox.WaitAsync(LookAgain, stop) : Task.WhenAny(account.UserName, Task.Delay(LookAgain, Clock, stop));
    }

    /// <summary>What comes after it may be in the chat that the group has become, with the conversations that go there; what came before is to be stored first.</summary>
    private IReadOnlyList<Update> UpToAMigration(IReadOnlyList<Update> updates) =>
        updates.Index().FirstOrDefault(pair => pair.Item.Migration is not null) is { Item: not null } migration
            ? [.. updates.Take(migration.Index == 0 && begun.Count == 0 ? 1 : migration.Index)]
            : updates;

    private void Begin(IReadOnlyList<Update> updates, string botName, CancellationToken stop)
    {
        var memories = chats.Recall(updates);
        foreach (var update in updates) verdicts.TryAdd(update.Id, Judge(update, botName));
        var handling = new Task<Outcome>[updates.Count];
        Parallel.For(0, updates.Count, at => handling[at] = HandleAsync(updates[at], memories[updates[at].Id], verdicts[updates[at].Id], botName, stop));
        foreach (var (update, task) in updates.Zip(handling))
        {
            begun.Add(update.Id, new Begun(update, task));
            if (!task.IsCompleted) task.ContinueWith(_ => inbox.Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>What the service was stopped in the middle of is not stored, and is handled after the next start.</summary>
    private void StoreHandled()
    {
        var handled = begun.Values.Where(one => one.Handling.IsCompleted).ToList();
        foreach (var stopped in handled.Where(one => one.Handling.IsCanceled)) begun.Remove(stopped.Update.Id);
        handled.RemoveAll(one => one.Handling.IsCanceled);
        if (handled.Count == 0) return;
        var outcomes = handled.ConvertAll(one => one.Handling.Result);
        Store(handled.ConvertAll(one => one.Update), outcomes);
        foreach (var (one, outcome) in handled.Zip(outcomes))
        {
            begun.Remove(one.Update.Id);
            verdicts.Remove(one.Update.Id);
            Handled(one.Update.Id, outcome.Event);
            outcome.Count?.Invoke(metrics);
            if (one.Update.Press is { } press) buttons.Answer(press, outcome.Toast);
        }
    }

    private FloodVerdict Judge(Update update, string botName) => handler.AddressedIn(update, botName) switch
    {
        null => NotLimited,
        QuestionAsked => floods.Judge(update.Message!.From, update.Message.IsPrivate ? null : update.ChatId),
        _ => floods.JudgeCommand(update.Message!.From),
    };

    private async Task<Outcome> HandleAsync(Update update, ChatMemory memory, FloodVerdict verdict, string botName, CancellationToken stop)
    {
        try
        {
            return await handler.HandleAsync(update, memory, verdict, botName, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        // Whatever one message does must not keep the next ones waiting.
        catch (Exception defect)
        {
            NotHandled(defect, update.Id);
            return handler.GiveUp(update, memory, botName);
        }
    }

    private void Store(IReadOnlyList<Update> updates, List<Outcome> outcomes)
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
