namespace BotApi.Simulator;

/// <summary>What Telegram writes when it refuses.</summary>
internal sealed record ErrorBody(bool Ok, int ErrorCode, string Description)
{
    public ErrorParameters? Parameters { get; init; }
}
