namespace BotApi.Simulator;

/// <summary>
/// Posts updates to a webhook: those of one lane in order, each again and again until it is taken, and several lanes at
/// once. Lanes are the Bot API server's: the messages of a chat, the pressed buttons of a user, the bot's own membership
/// in a chat.
/// </summary>
internal sealed class WebhookSender(WebhookSettings settings, UpdateQueue updates, TimeProvider time, TimeSpan retry) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Lane> lanes = [];
    private readonly SemaphoreSlim connections = new(settings.MaxConnections);
    private readonly WebhookPost post = new(settings);
    private readonly CancellationTokenSource closing = new();

    public WebhookSettings Settings { get; } = settings;

    /// <summary>The last failure since the webhook was set.</summary>
    public WebhookError? LastError { get; private set; }

    public void Enqueue(StoredUpdate update)
    {
        lock (gate)
        {
            if (lanes.TryGetValue(update.Lane, out var lane))
            {
                lane.Updates.Enqueue(update);
                return;
            }

            var queue = new Queue<StoredUpdate>([update]);
            lanes[update.Lane] = new Lane(queue, Task.Run(() => DeliverAsync(update.Lane, queue)));
        }
    }

    /// <summary>Begins no more deliveries.</summary>
    public void Stop() => closing.Cancel();

    /// <summary>Ends all deliveries; what was not taken stays in the queue of updates.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Task[] ending;
        lock (gate)
        {
            ending = [.. lanes.Values.Select(lane => lane.Delivery)];
        }

        await Task.WhenAll(ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        post.Dispose();
        connections.Dispose();
        closing.Dispose();
    }

    private async Task DeliverAsync(long id, Queue<StoredUpdate> queue)
    {
        while (Next(id, queue) is { } update)
        {
            await DeliverAsync(update);
            updates.Complete(update);
            lock (gate)
            {
                queue.Dequeue();
            }
        }
    }

    private StoredUpdate? Next(long id, Queue<StoredUpdate> queue)
    {
        lock (gate)
        {
            if (queue.TryPeek(out var update))
            {
                return update;
            }

            lanes.Remove(id);
            return null;
        }
    }

    private async Task DeliverAsync(StoredUpdate update)
    {
        var delay = new RetryDelay(retry);
        while (true)
        {
            var result = await SendAsync(update);
            if (result.Error is null)
            {
                return;
            }

            LastError = new WebhookError(time.GetUtcNow(), result.Error);
            await Task.Delay(delay.Next(result.RetryAfter), time, closing.Token);
        }
    }

    private async Task<WebhookResult> SendAsync(StoredUpdate update)
    {
        await connections.WaitAsync(closing.Token);
        try
        {
            return await post.SendAsync(update, closing.Token);
        }
        finally
        {
            connections.Release();
        }
    }

    private sealed record Lane(Queue<StoredUpdate> Updates, Task Delivery);
}
