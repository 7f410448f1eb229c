using Bot.Configuration;

namespace Bot.Web.Serving;

/// <summary>
/// Refuses what another site would have a browser send here (cross-site request forgery). Browsers say with every POST where
/// it comes from, and no page can make them lie; so no token is needed, and no cookie to hold it.
/// https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#identifying-source-origin-via-originreferer-header
/// </summary>
internal sealed class SameOrigin(RequestDelegate next, WebSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync($"Only this service's own pages may send that. A program sends the header Origin: {request.Scheme}://{request.Host}");
    }

    private bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || settings.PublicUrl is { } shown && origin.Equals(shown.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
