using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.Configuration;

namespace Bot.Web.Chat;

/// <summary>Which conversation a browser is in: a name nobody can guess, in a cookie that ends with the browser and is set when there is first something to remember.</summary>
internal sealed partial class Conversation
{
    private const string Cookie = "conversation";

    private readonly HttpContext context;

    private Conversation(HttpContext context) => this.context = context;

    /// <summary>Null where nothing was asked or tried yet.</summary>
    public string? Name { get; private set; }

    public static ValueTask<Conversation> BindAsync(HttpContext context)
    {
        var named = context.Request.Cookies[Cookie];
        return ValueTask.FromResult(new Conversation(context) { Name = named is not null && NameShape().IsMatch(named) ? named : null });
    }

    /// <summary>The name, given now if there was none.</summary>
    public string Begin() => Name ?? BeginAnew();

    public string BeginAnew()
    {
        var isSecure = context.RequestServices.GetRequiredService<WebSettings>().PublicUrl?.Scheme == Uri.UriSchemeHttps;
        Name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, Name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = isSecure });
        return Name;
    }

    public void End() => context.Response.Cookies.Delete(Cookie);

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex NameShape();
}
