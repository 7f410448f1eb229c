using Bot.Configuration;

namespace Bot.Web.Serving;

/// <summary>How the pages' cookies are set: for these pages alone, out of reach of scripts.</summary>
internal static class PageCookies
{
    public static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.RequestServices.GetRequiredService<WebSettings>().PublicUrl?.Scheme == Uri.UriSchemeHttps,
    };
}
