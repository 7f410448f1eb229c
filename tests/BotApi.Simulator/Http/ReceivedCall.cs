namespace BotApi.Simulator;

/// <summary>A call the bot made: the method as written, when it came, and its parameters as one JSON object.</summary>
public sealed record ReceivedCall(string Method, DateTimeOffset Time, string Json)
{
    /// <summary>What went wrong with it.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The message it made, even if the bot was never told.</summary>
    public int? MessageId { get; init; }
}
