namespace BotApi.Simulator;

/// <summary>A refusal: an HTTP status with Telegram's words.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int code, string description)
        : base(description)
    {
        Code = code;
        Reason = description;
    }

    private ApiException(int code, string prefix, string reason)
        : base($"{prefix}: {TelegramWords.AfterPrefix(reason)}")
    {
        Code = code;
        Reason = reason;
    }

    /// <summary>The HTTP status, repeated as <c>error_code</c>.</summary>
    public int Code { get; }

    /// <summary>The words without a prefix.</summary>
    public string Reason { get; }

    /// <summary>After how many seconds the call may be made again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The supergroup that took the chat's place.</summary>
    public long? MigrateToChatId { get; init; }

    public static ApiException BadRequest(string reason) => new(400, "Bad Request", reason);

    public static ApiException Forbidden(string reason) => new(403, "Forbidden", reason);

    public static ApiException InvalidUtf8() => BadRequest("Strings must be encoded in UTF-8");

    public static ApiException Migrated(long supergroupId)
        => new(400, "Bad Request", "group chat was upgraded to a supergroup chat") { MigrateToChatId = supergroupId };

    /// <summary>Telegram tells whole seconds, at least one.</summary>
    public static ApiException TooManyRequests(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new ApiException(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };
    }
}
