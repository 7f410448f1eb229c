using System.Net.Http;
using System.Text.Json;

namespace Bot.Telegram;

/// <summary>Telegram refused a call, or could not be reached.</summary>
/// <param name="code">Telegram's error code; 0 where no answer came.</param>
internal sealed class BotApiException(int code, string description) : Exception(description)
{
    private static readonly HttpRequestError[] BeforeTheCallWasMade =
        [HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    public int Code => code;

    /// <summary>How long Telegram asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The supergroup that the group has become.</summary>
    public long? MigratedTo { get; init; }

    /// <summary>No answer of Telegram's came back, though the call may have been carried out.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The same call may succeed later: the way was at fault, or the settings (a token revoked, a wrong address), not what was sent.</summary>
    public bool IsTransient => code is 0 or 401 or 404 or 409 or 429 or >= 500;

    /// <summary>Telegram's parser refused the markup.</summary>
    public bool IsBadMarkup => IsBadRequest("can't parse entities");

    /// <summary>The message to be edited is gone, or may not be changed any more.</summary>
    public bool IsNoLongerEditable => IsBadRequest("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID");

    /// <summary>The forum's topic was closed or deleted.</summary>
    public bool IsThreadGone => IsBadRequest("message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED");

    /// <summary>Whether an exception means that no answer came: a connection refused or cut, or an answer that is not Telegram's.</summary>
    public static bool IsLost(Exception fault) => fault is HttpRequestException or IOException or JsonException or OperationCanceledException;

    private bool IsBadRequest(params ReadOnlySpan<string> words)
    {
        if (code != 400) return false;
        foreach (var word in words)
        {
            if (Message.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The fault of a call that no answer came back to. Its message holds no address, since the token is part of it.</summary>
    public static BotApiException Lost(Exception fault, int httpStatus = 0) => new(httpStatus >= 500 ? httpStatus : 0, fault switch
    {
        OperationCanceledException => "no answer in time",
        JsonException => "the answer is no JSON",
        _ => fault.Message,
    })
    {
        IsUncertain = fault is not HttpRequestException { HttpRequestError: var error } || !BeforeTheCallWasMade.Contains(error),
    };
}
