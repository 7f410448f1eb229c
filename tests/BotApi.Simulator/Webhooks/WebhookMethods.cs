namespace BotApi.Simulator;

/// <summary><c>setWebhook</c>, <c>deleteWebhook</c> and <c>getWebhookInfo</c>.</summary>
internal sealed class WebhookMethods(TelegramWorld world)
{
    private static readonly TimeSpan BetweenSettings = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private DateTimeOffset nextSetting;

    public async Task<ApiAnswer> SetAsync(CallParameters parameters, CancellationToken cancellation)
    {
        if (parameters.Text("url").Length == 0)
        {
            return await DeleteAsync(parameters, cancellation);
        }

        RequireNotTooSoon();
        var settings = WebhookSettings.Read(parameters);
        AllowedParameter.Apply(parameters, world.Updates);
        var dropsPending = parameters.Flag("drop_pending_updates");
        if (settings == world.Webhook.Current?.Settings && !dropsPending)
        {
            return ApiAnswer.Raw("true"u8, "Webhook is already set");
        }

        await world.Webhook.ReplaceAsync(settings, dropsPending);
        return ApiAnswer.Raw("true"u8, "Webhook was set");
    }

    public async Task<ApiAnswer> DeleteAsync(CallParameters parameters, CancellationToken cancellation)
    {
        var wasSet = world.Webhook.Current is not null;
        await world.Webhook.ReplaceAsync(null, parameters.Flag("drop_pending_updates"));
        return ApiAnswer.Raw("true"u8, wasSet ? "Webhook was deleted" : "Webhook is already deleted");
    }

    public ApiAnswer Info()
    {
        var webhook = world.Webhook.Current;
        var info = new WireWebhook(webhook?.Settings.Url.OriginalString ?? "", false, world.Updates.Count)
        {
            LastErrorDate = webhook?.LastError?.Time.ToUnixTimeSeconds(),
            LastErrorMessage = webhook?.LastError?.Words,
            MaxConnections = webhook?.Settings.MaxConnections,
            IpAddress = webhook is null ? null : "127.0.0.1",
            AllowedUpdates = world.Updates.Allowed,
        };
        return ApiAnswer.Ok(info, WireJson.Default.WireWebhook);
    }

    /// <summary>One webhook a second can be set.</summary>
    private void RequireNotTooSoon()
    {
        lock (gate)
        {
            var now = world.Time.GetUtcNow();
            if (now < nextSetting)
            {
                throw ApiException.TooManyRequests(BetweenSettings);
            }

            nextSetting = now + BetweenSettings;
        }
    }
}
