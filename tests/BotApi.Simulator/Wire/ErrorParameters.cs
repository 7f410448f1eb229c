namespace BotApi.Simulator;

/// <summary><c>ResponseParameters</c> in JSON.</summary>
internal sealed record ErrorParameters(long? MigrateToChatId, int? RetryAfter);
