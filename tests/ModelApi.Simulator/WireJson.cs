using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelApi.Simulator;

/// <summary>How JSON is read and written: letters of all scripts as they are, and a body that is no object is refused.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object value) => JsonSerializer.Serialize(value, Options);

    public static Task WriteAsync(HttpContext context, object value, CancellationToken cancellation)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Write(value), cancellation);
    }

    /// <exception cref="ApiException">It is no JSON object.</exception>
    public static JsonElement ReadObject(string body)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            if (root.ValueKind == JsonValueKind.Object) return root;
        }
        catch (JsonException)
        {
        }
        throw new ApiException(400, "We could not parse the JSON body of your request.");
    }

    /// <summary>The property, or null where it is missing or null.</summary>
    public static JsonElement? Find(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A rough count: four characters a token.</summary>
    public static int Tokens(string text) => (text.Length + 3) / 4;
}
