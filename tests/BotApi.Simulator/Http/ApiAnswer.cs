using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BotApi.Simulator;

/// <summary>An answer in Telegram's envelope, ready to be written.</summary>
internal sealed record ApiAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The answer of methods that only succeed.</summary>
    public static ApiAnswer True { get; } = Raw("true"u8);

    /// <summary>No answer: the connection is broken off.</summary>
    public static ApiAnswer Cut { get; } = new(0, default);

    /// <summary>What a proxy says when the server behind it does not answer.</summary>
    public static ApiAnswer BadGateway { get; } = new(502, """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        <hr><center>nginx</center>
        </body>
        </html>
        """u8.ToArray())
    {
        ContentType = "text/html",
    };

    public string ContentType { get; init; } = "application/json";

    public int? RetryAfter { get; init; }

    public static ApiAnswer Ok<T>(T result, JsonTypeInfo<T> type) => Raw(JsonSerializer.SerializeToUtf8Bytes(result, type));

    /// <summary>Success with the result as JSON, and sometimes words beside it.</summary>
    public static ApiAnswer Raw(ReadOnlySpan<byte> result, string? description = null)
    {
        var tail = description is null ? "}" : $$""","description":"{{description}}"}""";
        return new ApiAnswer(200, (byte[])[.. """{"ok":true,"result":"""u8, .. result, .. Encoding.UTF8.GetBytes(tail)]);
    }

    public static ApiAnswer Error(ApiException error)
    {
        var body = new ErrorBody(false, error.Code, error.Message)
        {
            Parameters = error.RetryAfter is null && error.MigrateToChatId is null
                ? null
                : new ErrorParameters(error.MigrateToChatId, error.RetryAfter),
        };
        return new ApiAnswer(error.Code, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.ErrorBody))
        {
            RetryAfter = error.RetryAfter,
        };
    }

    public async Task WriteAsync(HttpContext context)
    {
        if (Status == Cut.Status)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Body.Length;
        if (RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
