namespace BotApi.Simulator;

/// <summary>What a <c>/control/</c> call did, and what the bot did then.</summary>
internal sealed record ControlResult
{
    public WireUser? User { get; init; }

    public int? UpdateId { get; init; }

    public int? MessageId { get; init; }

    public string? CallbackQueryId { get; init; }

    public bool? Deleted { get; init; }

    public IReadOnlyList<WireMessage>? Messages { get; init; }
}
