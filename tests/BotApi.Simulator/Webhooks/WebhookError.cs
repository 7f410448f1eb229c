namespace BotApi.Simulator;

/// <summary>Why the last delivery failed.</summary>
internal sealed record WebhookError(DateTimeOffset Time, string Words);
