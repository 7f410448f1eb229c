namespace Bot.Web;

/// <summary>
/// Answers only requests that name this machine: a page elsewhere that had its name point here (DNS rebinding) is refused.
/// Nothing served may run script or load from anywhere.
/// </summary>
internal sealed class LocalOnly(RequestDelegate next)
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
