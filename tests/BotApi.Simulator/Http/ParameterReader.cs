using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BotApi.Simulator;

/// <summary>Collects parameters from wherever Telegram takes them: the query string, a form, or a JSON object.</summary>
internal static class ParameterReader
{
    /// <exception cref="ApiException">The body is not what its content type says, or not UTF-8.</exception>
    public static async Task<CallParameters> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var query = request.QueryString.Value;
        if (!string.IsNullOrEmpty(query))
        {
            UrlEncoded.Read(Encoding.UTF8.GetBytes(query[1..]), values);
        }

        var type = request.ContentType ?? "";
        if (type.Contains("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await MultipartForm.ReadAsync(request, values, cancellation);
            return new CallParameters(values);
        }

        var body = await BodyAsync(request, cancellation);
        if (type.Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            var isAll = values.Count == 0 && !body.IsEmpty;
            ReadJson(body, values);
            return new CallParameters(values, isAll ? body : default);
        }

        if (type.Contains("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            UrlEncoded.Read(body.Span, values);
        }

        return new CallParameters(values);
    }

    /// <summary>The whole body.</summary>
    public static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(buffer, cancellation);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static void ReadJson(ReadOnlyMemory<byte> body, Dictionary<string, string> values)
    {
        if (body.IsEmpty)
        {
            return;
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw ApiException.InvalidUtf8();
        }

        using var document = Open(body);
        foreach (var property in document.RootElement.AsObject("JSON object expected").EnumerateObject())
        {
            var value = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString() ?? ""
                : property.Value.GetRawText();
            values.TryAdd(property.Name, value);
        }
    }

    private static JsonDocument Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonText.Open(body);
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest("can't parse parameters JSON object");
        }
    }
}
