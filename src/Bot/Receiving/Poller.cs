using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Fetches updates into the inbox. The offset moves only after they are stored.</summary>
internal sealed partial class Poller(IBotApi api, Inbox inbox, Conditions conditions, TimeProvider clock, ILogger<Poller> log) : Worker("polling", conditions, clock)
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);

    private bool isAlone;
    private TimeSpan wait = TimeSpan.Zero;

    // From the beginning: what Telegram still has and the inbox knows is stored once all the same.
    private long offset;

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        if (!isAlone) await EndWebhookAsync(stop);
        var updates = await PollAsync(stop);
        if (updates.Count > 0 && updates.Count - inbox.Store(updates) is var again and > 0) CameAgain(again);
        // An empty answer means that all is confirmed. Telegram may begin anew with lower ids after a week of silence, and an
        // offset above those would confirm them unseen.
        offset = updates.Count > 0 ? updates.Max(update => update.Id) + 1 : 0;
        wait = LongPoll;
        return true;
    }

    private async Task<IReadOnlyList<Update>> PollAsync(CancellationToken stop)
    {
        try
        {
            return await api.GetUpdatesAsync(offset, wait, stop);
        }
        catch (BotApiException fault) when (fault.Code == 409)
        {
            // It may be that somebody has set a webhook meanwhile.
            isAlone = false;
            throw;
        }
    }

    /// <summary>Telegram's answer is what is waited for.</summary>
    protected override Task WaitAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Telegram lets nobody poll while a webhook is set; what waits there comes with the first poll.</summary>
    private async Task EndWebhookAsync(CancellationToken stop)
    {
        if ((await api.GetWebhookAsync(stop)).Url.Length > 0)
        {
            await api.DeleteWebhookAsync(stop);
            WebhookEnded();
        }
        isAlone = true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} updates came again and were passed over; if questions stay unanswered, the database is another bot's")]
    private partial void CameAgain(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The webhook that was set is removed; updates are polled")]
    private partial void WebhookEnded();
}
