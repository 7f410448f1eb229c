using System.Globalization;

namespace ModelApi.Simulator;

/// <summary>An error, with OpenAI's JSON for it.</summary>
internal sealed record StatusReply(int StatusCode, string Message) : ModelReply
{
    public string? Code { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    internal override Task WriteAsync(HttpContext context, ChatRequest request, CancellationToken cancellation) => WriteAsync(context);

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCode;
        if (RetryAfter is { } time) context.Response.Headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var type = StatusCode switch { 429 => "requests", >= 500 => "server_error", _ => "invalid_request_error" };
        var code = Code ?? (StatusCode == 429 ? "rate_limit_exceeded" : null);
        return WireJson.WriteAsync(context, new { error = new { message = Message, type, param = (string?)null, code } }, context.RequestAborted);
    }
}
