namespace Bot.Telegram;

/// <summary>Telegram refused a call, or could not be reached.</summary>
/// <param name="code">Telegram's error code; 0 where no answer came.</param>
/// <param name="retryAfter">How long Telegram asks to wait.</param>
internal sealed class BotApiException(int code, string description, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(description, inner)
{
    public int Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The same call may succeed later.</summary>
    public bool IsTransient => code is 0 or 429 or >= 500;
}
