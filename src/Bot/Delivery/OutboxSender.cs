using System.Collections.Concurrent;
using Bot.Operations;

namespace Bot.Delivery;

/// <summary>Sends what waits in the outbox, several chats at a time, as fast as pacing allows.</summary>
internal sealed partial class OutboxSender(Outbox outbox, MessageSender sender, Pacing pacing, Conditions conditions, TimeProvider clock, ILogger<OutboxSender> log)
    : Worker("sending", conditions, clock)
{
    private const int ChatsAtOnce = 64;
    private static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FailureShown = TimeSpan.FromSeconds(20);
    private const string Delivering = "delivering messages";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>What is on its way outlives the wish to stop by a little: a call cut off may have been heard, and would be made again.</summary>
    private readonly CancellationTokenSource finishing = new();
    private readonly HashSet<long> chatsOnTheWay = [];
    private readonly ConcurrentQueue<SendResult> ended = [];

    /// <summary>Results that are not in the table yet; they stay here while the database is at fault.</summary>
    private readonly List<SendResult> unsettled = [];
    private readonly List<long> chosen = [];
    private TimeSpan nextTurn;
    private long? failingSince;
    private bool hasTakenOver;

    protected override Task<bool> WorkAsync(CancellationToken stop)
    {
        TakeOver();
        CollectResults();
        chosen.Clear();
        try
        {
            var rows = outbox.Exchange(unsettled, ChatsWhoseTurnItIs);
            unsettled.Clear();
            foreach (var row in rows) Begin(row);
        }
        finally
        {
            foreach (var chat in chosen.Where(chat => !chatsOnTheWay.Contains(chat))) pacing.Withdraw(chat);
        }
        return Task.FromResult(true);
    }

    protected override Task WaitAsync(CancellationToken stop) => outbox.WaitAsync(nextTurn, stop);

    protected override async Task FinishAsync()
    {
        finishing.CancelAfter(FinishWithin);
        CollectResults();
        while (chatsOnTheWay.Count > 0)
        {
            await outbox.WaitAsync(LookAgain, default);
            CollectResults();
        }
        if (unsettled.Count > 0) outbox.Exchange(unsettled, _ => []);
    }

    public override void Dispose()
    {
        finishing.Dispose();
        base.Dispose();
    }

    private void TakeOver()
    {
        if (hasTakenOver) return;
        var uncertain = outbox.TakeOver();
        hasTakenOver = true;
        if (uncertain > 0) TakenOver(uncertain);
    }

    private void CollectResults()
    {
        while (ended.TryDequeue(out var result))
        {
            chatsOnTheWay.Remove(result.Row.ChatId);
            pacing.End(result.Row.ChatId);
            unsettled.Add(result);
            Judge(result);
            if (result is Postponed { IsFlood: true } flood) pacing.PostponeForFlood(flood.Row.ChatId, flood.Delay);
            else if (result is Postponed postponed) pacing.Postpone(postponed.Row.ChatId, postponed.Delay);
        }
    }

    /// <summary>One chat's message may be refused, or wait, for many reasons; that none arrives for a while is the service's fault.</summary>
    private void Judge(SendResult result)
    {
        if (result is not Postponed { Reason: { } reason })
        {
            if (failingSince is not null) Conditions.Done(Delivering);
            failingSince = null;
            return;
        }
        failingSince ??= Clock.GetTimestamp();
        if (Clock.GetElapsedTime(failingSince.Value) > FailureShown) Conditions.Broken(Delivering, reason);
    }

    private List<long> ChatsWhoseTurnItIs(IEnumerable<long> waiting)
    {
        nextTurn = LookAgain;
        foreach (var chat in waiting)
        {
            if (chatsOnTheWay.Count + chosen.Count >= ChatsAtOnce || HasToWait(pacing.WaitOfBot())) break;
            if (chatsOnTheWay.Contains(chat) || HasToWait(pacing.WaitOf(chat))) continue;
            pacing.Begin(chat);
            chosen.Add(chat);
        }
        return chosen;
    }

    private bool HasToWait(TimeSpan wait)
    {
        if (wait > TimeSpan.Zero && wait < nextTurn) nextTurn = wait;
        return wait > TimeSpan.Zero;
    }

    private void Begin(OutboxRow row)
    {
        chatsOnTheWay.Add(row.ChatId);
        _ = SendAsync(row);
    }

    private async Task SendAsync(OutboxRow row)
    {
        ended.Enqueue(await sender.SendAsync(row, finishing.Token));
        outbox.Announce();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages were on their way when the bot last ended; they are sent again, and may come twice")]
    private partial void TakenOver(int count);
}
