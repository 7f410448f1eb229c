namespace BotApi.Simulator;

/// <summary><c>MessageEntity</c> in JSON.</summary>
internal sealed record WireEntity(int Offset, int Length, string Type)
{
    public string? Url { get; init; }

    public WireUser? User { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    public int? UnixTime { get; init; }

    public string? DateTimeFormat { get; init; }
}
