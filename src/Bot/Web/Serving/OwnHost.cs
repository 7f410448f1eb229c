using Bot.Configuration;

namespace Bot.Web.Serving;

/// <summary>
/// Answers only requests that call the service by its own name: a page elsewhere that had its name point here (DNS
/// rebinding) is refused. Nothing served may load or run what is not the service's own.
/// </summary>
internal sealed class OwnHost(RequestDelegate next, WebSettings settings)
{
    private static readonly string Policy = $"default-src 'none'; script-src 'self'; style-src {PageFiles.StylesHash}; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static readonly string[] LoopbackNames = ["127.0.0.1", "localhost", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOwn(context.Request.Host))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return context.Response.WriteAsync("This service does not go by that name.");
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // With no-referrer, browsers would hide from us where a form comes from; see SameOrigin.
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    private bool IsOwn(HostString host) =>
        LoopbackNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase) || settings.PublicUrl is { } shown && shown.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase);
}
