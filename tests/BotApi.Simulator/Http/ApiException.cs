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

    public static ApiException BadRequest(string reason) => new(400, "Bad Request", reason);

    public static ApiException Forbidden(string reason) => new(403, "Forbidden", reason);

    public static ApiException InvalidUtf8() => BadRequest("Strings must be encoded in UTF-8");
}
