using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web.Serving;

/// <summary>Reads what a form sends.</summary>
internal static class PageForm
{
    private static readonly FormOptions Usual = new();

    /// <exception cref="RefusedException">It is no form, or a broken one.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, or did not come whole.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, FormOptions? options = null)
    {
        if (!request.HasFormContentType) throw Unreadable;
        try
        {
            return await request.ReadFormAsync(options ?? Usual, request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            throw Unreadable;
        }
    }

    private static RefusedException Unreadable => new(StatusCodes.Status400BadRequest, "page-unreadable");
}
