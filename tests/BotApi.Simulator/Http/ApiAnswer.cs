using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BotApi.Simulator;

/// <summary>An answer in Telegram's envelope, ready to be written.</summary>
internal sealed record ApiAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The answer of methods that only succeed.</summary>
    public static ApiAnswer True { get; } = Raw("true"u8);

    public static ApiAnswer Ok<T>(T result, JsonTypeInfo<T> type) => Raw(JsonSerializer.SerializeToUtf8Bytes(result, type));

    /// <summary>Success with the result as JSON, and sometimes words beside it.</summary>
    public static ApiAnswer Raw(ReadOnlySpan<byte> result, string? description = null)
    {
        var tail = description is null ? "}" : $$""","description":"{{description}}"}""";
        return new ApiAnswer(200, (byte[])[.. """{"ok":true,"result":"""u8, .. result, .. Encoding.UTF8.GetBytes(tail)]);
    }

    public static ApiAnswer Error(ApiException error)
    {
        var body = new ErrorBody(false, error.Code, error.Message);
        return new ApiAnswer(error.Code, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.ErrorBody));
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
