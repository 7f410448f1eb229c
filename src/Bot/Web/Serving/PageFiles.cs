using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Serving;

/// <summary>The pages' own scripts and icon: parts of the program, each under an address that changes with its content; and their styles.</summary>
internal static class PageFiles
{
    private const string Forever = "private, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, PageFile> ByName = new[]
    {
        Read("chat.js", "text/javascript; charset=utf-8"),
        Read("documents.js", "text/javascript; charset=utf-8"),
        Read("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(file => file.Name);

    private sealed record PageFile(string Name, string Version, string ContentType, byte[] Content);

    /// <summary>Stands in each page: fetched apart it put off the first paint by 25 ms, and it is 10 KB.</summary>
    public static string Styles { get; } = Encoding.UTF8.GetString(Content("page.css"));

    /// <summary>What the content security policy knows the styles by.</summary>
    public static string StylesHash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Content("page.css")))}'";

    public static string Address(string name) => $"/assets/{ByName[name].Version}/{name}";

    public static void MapPageFiles(this WebApplication service) =>
        service.MapGet("/assets/{version}/{name}", (string version, string name, HttpContext context) =>
        {
            // An address of another version must not be remembered for this content.
            if (!ByName.TryGetValue(name, out var file) || file.Version != version) return Results.NotFound();
            context.Response.Headers.CacheControl = Forever;
            return Results.Bytes(file.Content, file.ContentType);
        });

    private static PageFile Read(string name, string contentType)
    {
        var content = Content(name);
        return new PageFile(name, Convert.ToHexStringLower(SHA256.HashData(content))[..12], contentType, content);
    }

    private static byte[] Content(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks its part {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
