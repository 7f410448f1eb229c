using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Updates the bot has not confirmed, in order. One poll at a time may wait for more.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    private const int OffsetTolerance = 10;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly Lock gate = new();
    private readonly Queue<StoredUpdate> updates = new();
    private readonly AllowedUpdates allowed = new();
    private TaskCompletionSource? waiting;
    private int nextId = 700_000_001;

    /// <summary>Remembers which kinds of updates the bot wants from now on.</summary>
    public void Allow(JsonElement? kinds)
    {
        lock (gate)
        {
            allowed.Set(kinds);
        }
    }

    /// <summary>Queues an update; null means that the bot wants none of its kind.</summary>
    public int? Add(string kind, WireUpdate update)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(update, WireJson.Default.WireUpdate);
        lock (gate)
        {
            if (!allowed.Contains(kind))
            {
                return null;
            }

            var id = nextId++;
            updates.Enqueue(new StoredUpdate(id, time.GetUtcNow(), json));
            waiting?.TrySetResult();
            waiting = null;
            return id;
        }
    }

    /// <summary>Confirms updates below the offset, then gives the next ones as a JSON array, waiting if there are none.</summary>
    /// <exception cref="ApiException">Another poll came while this one waited.</exception>
    public async Task<byte[]> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken cancellation)
    {
        TaskCompletionSource mine;
        lock (gate)
        {
            EndOtherPoll();
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

    /// <summary>Forgets all updates.</summary>
    public void Clear()
    {
        lock (gate)
        {
            updates.Clear();
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

    private void EndOtherPoll()
    {
        waiting?.TrySetException(new ApiException(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        waiting = null;
    }

    private void Confirm(int offset)
    {
        while (updates.TryPeek(out var oldest) && time.GetUtcNow() - oldest.Time > Kept)
        {
            updates.Dequeue();
        }

        if (offset < 0)
        {
            while (updates.Count > -(long)offset)
            {
                updates.Dequeue();
            }
        }
        else if (offset <= nextId + OffsetTolerance)
        {
            // An offset further in the future is a mistake, and confirms nothing.
            while (updates.TryPeek(out var oldest) && oldest.Id < offset)
            {
                updates.Dequeue();
            }
        }
    }

    private byte[] Take(int limit)
    {
        using var json = new MemoryStream();
        json.WriteByte((byte)'[');
        foreach (var update in updates.Take(limit))
        {
            if (json.Length > 1)
            {
                json.WriteByte((byte)',');
            }

            json.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"update_id":{{update.Id}},""")));
            json.Write(update.Json.AsSpan(1));
        }

        json.WriteByte((byte)']');
        return json.ToArray();
    }

    private sealed record StoredUpdate(int Id, DateTimeOffset Time, byte[] Json);
}
