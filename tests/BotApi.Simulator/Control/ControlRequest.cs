namespace BotApi.Simulator;

/// <summary>The body of a <c>/control/</c> call; each call needs some of it.</summary>
internal sealed record ControlRequest
{
    public long User { get; init; }

    /// <summary>Where the user writes, if not to the bot in private.</summary>
    public long? Chat { get; init; }

    public int? Thread { get; init; }

    public string? FirstName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    public string? Text { get; init; }

    public int? Message { get; init; }

    public int? ReplyTo { get; init; }

    public string? Data { get; init; }
}
