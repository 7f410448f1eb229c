namespace BotApi.Simulator;

/// <summary><c>WebhookInfo</c> in JSON.</summary>
internal sealed record WireWebhook(string Url, bool HasCustomCertificate, int PendingUpdateCount)
{
    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }

    public int? MaxConnections { get; init; }

    public string? IpAddress { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
