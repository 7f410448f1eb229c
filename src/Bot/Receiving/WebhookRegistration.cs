using Bot.Configuration;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Tells Telegram where to post updates, and keeps an eye on whether it can.</summary>
internal sealed partial class WebhookRegistration(IBotApi api, TelegramSettings settings, Conditions conditions, TimeProvider clock, ILogger<WebhookRegistration> log)
    : Worker("webhook", conditions, clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private string? lastError;

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        var state = await api.GetWebhookAsync(stop);
        if (state.Url != settings.WebhookUrl!.AbsoluteUri)
        {
            await api.SetWebhookAsync(settings.WebhookUrl, settings.WebhookSecret, stop);
            Set(settings.WebhookUrl);
            state = await api.GetWebhookAsync(stop);
        }
        if (state.LastError is { } error && error != lastError) NotDelivered(error, state.Waiting);
        lastError = state.LastError;
        return true;
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(Interval, Clock, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook set to {Address}")]
    private partial void Set(Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram could not post updates, {Waiting} of which wait: {Error}")]
    private partial void NotDelivered(string error, int waiting);
}
