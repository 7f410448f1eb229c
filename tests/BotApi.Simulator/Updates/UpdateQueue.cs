using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Updates the bot has not confirmed, in order. They go to a webhook, or to one poll at a time that may wait for more.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    private const int OffsetTolerance = 10;
    private const string OtherPoll =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private const string WebhookIsSet =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly Lock gate = new();
    private readonly Queue<StoredUpdate> updates = new();
    private readonly AllowedUpdates allowed = new();
    private TaskCompletionSource? waiting;
    private WebhookSender? webhook;
    private int taken;
    private int nextId = 700_000_001;

    /// <summary>How many updates wait for the bot.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return updates.Count - taken;
            }
        }
    }

    /// <summary>The kinds the bot chose, or null if it left that to Telegram.</summary>
    public IReadOnlyList<string>? Allowed
    {
        get
        {
            lock (gate)
            {
                return allowed.Chosen;
            }
        }
    }

    /// <summary>Remembers which kinds of updates the bot wants from now on.</summary>
    public void Allow(JsonElement? kinds)
    {
        lock (gate)
        {
            allowed.Set(kinds);
        }
    }

    /// <summary>Queues an update; null means that the bot wants none of its kind.</summary>
    public int? Add(string kind, long lane, WireUpdate update)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(update, WireJson.Default.WireUpdate);
        TaskCompletionSource? poll;
        int id;
        lock (gate)
        {
            if (!allowed.Contains(kind))
            {
                return null;
            }

            id = nextId++;
            var stored = new StoredUpdate(id, lane, time.GetUtcNow(), json);
            updates.Enqueue(stored);
            webhook?.Enqueue(stored);
            poll = waiting;
            waiting = null;
        }

        poll?.TrySetResult();
        return id;
    }

    /// <exception cref="ApiException">Updates go to a webhook.</exception>
    public void RequireNoWebhook()
    {
        lock (gate)
        {
            ThrowIfWebhook();
        }
    }

    /// <summary>Confirms updates below the offset, then gives the next ones, waiting if there are none.</summary>
    /// <exception cref="ApiException">Another poll came while this one waited, or there is a webhook.</exception>
    public async Task<IReadOnlyList<StoredUpdate>> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken cancellation)
    {
        TaskCompletionSource mine;
        lock (gate)
        {
            ThrowIfWebhook();
            EndPoll(OtherPoll);
            Confirm(offset);
            if (updates.Count > 0 || timeout <= TimeSpan.Zero)
            {
                return Take(limit);
            }

            waiting = mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await WaitAsync(mine, timeout, cancellation);
        lock (gate)
        {
            return Take(limit);
        }
    }

    /// <summary>From now on all updates go to this webhook, or with null to polls again.</summary>
    public void SendTo(WebhookSender? next)
    {
        lock (gate)
        {
            webhook = next;
            if (next is null)
            {
                return;
            }

            EndPoll("Conflict: terminated by setWebhook request");
            foreach (var update in updates)
            {
                if (!update.IsTaken)
                {
                    next.Enqueue(update);
                }
            }
        }
    }

    /// <summary>The webhook got this update.</summary>
    public void Complete(StoredUpdate update)
    {
        lock (gate)
        {
            // It may have been dropped, or taken twice when the webhook was changed meanwhile.
            if (!update.IsTaken)
            {
                update.IsTaken = true;
                taken++;
                DropTaken();
            }
        }
    }

    /// <summary>Forgets all updates.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var update in updates)
            {
                update.IsTaken = true;
            }

            updates.Clear();
            taken = 0;
        }
    }

    private async Task WaitAsync(TaskCompletionSource mine, TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            await mine.Task.WaitAsync(timeout, time, cancellation);
        }
        catch (TimeoutException)
        {
            // An empty answer is how a long poll ends.
        }
        finally
        {
            lock (gate)
            {
                waiting = waiting == mine ? null : waiting;
            }
        }
    }

    private void ThrowIfWebhook()
    {
        if (webhook is not null)
        {
            throw new ApiException(409, WebhookIsSet);
        }
    }

    private void EndPoll(string why)
    {
        waiting?.TrySetException(new ApiException(409, why));
        waiting = null;
    }

    private void Confirm(int offset)
    {
        // What a webhook took before it was deleted is gone; only then can there be any of it here.
        DropTaken();
        var oldestKept = time.GetUtcNow() - Kept;
        while (updates.TryPeek(out var oldest) && oldest.Time < oldestKept)
        {
            Drop();
        }

        if (offset < 0)
        {
            while (updates.Count > -(long)offset)
            {
                Drop();
            }
        }
        else if (offset <= nextId + OffsetTolerance)
        {
            // An offset further in the future is a mistake, and confirms nothing.
            while (updates.TryPeek(out var oldest) && oldest.Id < offset)
            {
                Drop();
            }
        }
    }

    private void DropTaken()
    {
        while (taken > 0 && updates.Peek().IsTaken)
        {
            Drop();
        }
    }

    private void Drop() => taken -= updates.Dequeue().IsTaken ? 1 : 0;

    private List<StoredUpdate> Take(int limit)
    {
        var next = new List<StoredUpdate>(Math.Min(limit, updates.Count));
        foreach (var update in updates)
        {
            if (next.Count == limit)
            {
                break;
            }

            if (!update.IsTaken)
            {
                next.Add(update);
            }
        }

        return next;
    }
}
