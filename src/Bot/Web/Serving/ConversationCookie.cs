using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Serving;

/// <summary>Which conversation a browser is in: a secret nobody can guess, in a cookie that ends with the browser and is set when there is first something to remember.</summary>
internal sealed class ConversationCookie
{
    private const string Name = "conversation";
    private const int SecretBytes = 16;

    private readonly HttpContext context;

    private ConversationCookie(HttpContext context) => this.context = context;

    /// <summary>What the conversation is kept under: a hash, so that who reads the database cannot take part in it. Null where nothing was asked or tried yet.</summary>
    public string? Id { get; private set; }

    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static ValueTask<ConversationCookie> BindAsync(HttpContext context)
    {
        var secret = context.Request.Cookies[Name];
        return ValueTask.FromResult(new ConversationCookie(context) { Id = secret is { Length: 2 * SecretBytes } ? Hash(secret) : null });
    }

    /// <summary>The id, given now if there was none.</summary>
    public string Begin() => Id ?? BeginAnew();

    public string BeginAnew()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        context.Response.Cookies.Append(Name, secret, PageCookies.Options(context));
        return Id = Hash(secret);
    }

    public void End()
    {
        context.Response.Cookies.Delete(Name);
        Id = null;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
