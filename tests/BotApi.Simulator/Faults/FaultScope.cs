namespace BotApi.Simulator;

/// <summary>Which methods a fault without a method happens to.</summary>
public static class FaultScope
{
    /// <summary>The Bot API server answers these itself, so that Telegram's refusals do not concern them.</summary>
    private static readonly HashSet<string> AnsweredByTheServer = new(StringComparer.OrdinalIgnoreCase)
    {
        "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo",
    };

    /// <summary>
    /// Conflicts happen to <c>getUpdates</c> alone. Refusals by Telegram (400, 403, 429) happen to anything but what the
    /// Bot API server answers by itself; the rest happens to all.
    /// </summary>
    public static bool Includes(FaultKind kind, string method) => kind switch
    {
        FaultKind.Conflict => method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase),
        FaultKind.TooManyRequests or FaultKind.Forbidden or FaultKind.BadRequest => !AnsweredByTheServer.Contains(method),
        _ => true,
    };
}
