namespace Bot.Telegram;

/// <summary>Telegram refused a call, or could not be reached.</summary>
/// <param name="code">Telegram's error code; 0 where no answer came.</param>
/// <param name="retryAfter">How long Telegram asks to wait.</param>
internal sealed class BotApiException(int code, string description, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(description, inner)
{
    public int Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The same call may succeed later: the way was at fault, or the settings (a token revoked, a wrong address), not what was sent.</summary>
    public bool IsTransient => code is 0 or 401 or 404 or 409 or 429 or >= 500;
}
