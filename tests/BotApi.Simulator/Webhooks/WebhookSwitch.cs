namespace BotApi.Simulator;

/// <summary>The webhook of now, if there is one.</summary>
internal sealed class WebhookSwitch(UpdateQueue updates, TimeProvider time, TimeSpan retry)
{
    private readonly Lock gate = new();

    public WebhookSender? Current { get; private set; }

    /// <summary>Sends updates somewhere else, or with null nowhere. What was on its way and not taken is sent again there.</summary>
    public async ValueTask ReplaceAsync(WebhookSettings? settings, bool dropPending)
    {
        WebhookSender? old;
        lock (gate)
        {
            old = Current;
            old?.Stop();
            if (dropPending)
            {
                updates.Clear();
            }

            Current = settings is null ? null : new WebhookSender(settings, updates, time, retry);
            updates.SendTo(Current);
        }

        if (old is not null)
        {
            await old.DisposeAsync();
        }
    }
}
