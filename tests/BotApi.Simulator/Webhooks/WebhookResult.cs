namespace BotApi.Simulator;

/// <summary>What became of a posted update: an error in Telegram's words or none, and how long the bot asks to be left alone.</summary>
internal sealed record WebhookResult(string? Error, TimeSpan RetryAfter)
{
    public static WebhookResult Taken { get; } = new(null, TimeSpan.Zero);
}
