using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BotApi.Simulator;

/// <summary>The text fields of a multipart form; files are skipped.</summary>
internal static class MultipartForm
{
    /// <summary>Adds the fields that are not there yet.</summary>
    public static async Task ReadAsync(HttpRequest request, Dictionary<string, string> values, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            throw ApiException.BadRequest("boundary not found");
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            if (disposition is null || !disposition.IsFormDisposition())
            {
                continue;
            }

            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellation);
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            values.TryAdd(name, Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw ApiException.InvalidUtf8());
        }
    }
}
