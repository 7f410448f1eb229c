using Bot.Configuration;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Tells Telegram where to post updates, and keeps an eye on whether it can.</summary>
internal sealed partial class WebhookRegistration(IBotApi api, TelegramSettings settings, Conditions conditions, TimeProvider clock, ILogger<WebhookRegistration> log)
    : Worker("webhook", conditions, clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const string Posting = "updates posted by Telegram";

    private bool isSet;

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        // At each start, whatever is set: Telegram does not tell which secret it has.
        if (!isSet) await SetAsync(stop);
        var state = await api.GetWebhookAsync(stop);
        isSet = state.Url == settings.WebhookUrl!.AbsoluteUri;
        if (state.Trouble is { } trouble) Conditions.Broken(Posting, trouble);
        else Conditions.Done(Posting);
        return true;
    }

    private async Task SetAsync(CancellationToken stop)
    {
        await api.SetWebhookAsync(settings.WebhookUrl!, settings.WebhookSecret, stop);
        Set(settings.WebhookUrl!);
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(Interval, Clock, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook set to {Address}")]
    private partial void Set(Uri address);
}
