namespace BotApi.Simulator;

/// <summary>Something that goes wrong with the next calls that fit.</summary>
/// <param name="kind">What goes wrong.</param>
/// <param name="method">The method it happens to; null is any of <see cref="FaultScope"/>.</param>
/// <param name="chatId">The chat it happens in; null is any, and calls without a chat as well.</param>
/// <param name="times">To how many calls it happens; 429 counts as one for as long as it lasts.</param>
/// <param name="duration">How long 429 lasts and a stalled answer takes; one second if not given.</param>
/// <param name="description">Telegram's words, prefix included, for 400 and 403.</param>
/// <param name="migrateToChatId">The supergroup that a 400 speaks of.</param>
public sealed class Fault(
    FaultKind kind,
    string? method = null,
    long? chatId = null,
    int times = 1,
    TimeSpan? duration = null,
    string? description = null,
    long? migrateToChatId = null)
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>The method it happens to.</summary>
    public string? Method { get; } = method;

    /// <summary>The chat it happens in.</summary>
    public long? ChatId { get; } = chatId;

    /// <summary>To how many calls it happens.</summary>
    public int Times { get; } = times;

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration { get; } = duration ?? TimeSpan.FromSeconds(1);

    /// <summary>Telegram's words.</summary>
    public string? Description { get; } = description;

    /// <summary>The supergroup that a 400 speaks of.</summary>
    public long? MigrateToChatId { get; } = migrateToChatId;

    /// <summary>Whether it can happen to this call.</summary>
    internal bool Fits(string method, long? chatId)
        => (ChatId is null || ChatId == chatId)
           && (Method is null ? FaultScope.Includes(Kind, method) : Method.Equals(method, StringComparison.OrdinalIgnoreCase));
}
