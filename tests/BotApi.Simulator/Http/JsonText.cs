using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>JSON whose strings are known to be well-formed Unicode.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document is to be disposed of, its elements are not to be kept.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ApiException">A string holds half a surrogate pair.</exception>
    public static JsonDocument Open(ReadOnlyMemory<byte> utf8)
    {
        var document = JsonDocument.Parse(utf8);
        try
        {
            // In valid UTF-8 there is no half of a pair but an escaped one.
            if (utf8.Span.IndexOf("\\u"u8) >= 0)
            {
                CheckStrings(document.RootElement);
            }

            return document;
        }
        catch (ApiException)
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="Open"/>, with the root as an element of its own.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = Open(utf8);
        return document.RootElement.Clone();
    }

    /// <summary>One object of the given values; arrays and objects stay JSON, the rest become strings.</summary>
    public static string Join(Dictionary<string, string> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, string value)
    {
        if (value.StartsWith('{') || value.StartsWith('['))
        {
            try
            {
                using var document = JsonDocument.Parse(value);
                document.RootElement.WriteTo(writer);
                return;
            }
            catch (JsonException)
            {
                // Text that only begins like JSON.
            }
        }

        writer.WriteStringValue(value);
    }

    private static void CheckStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                CheckString(element);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    CheckStrings(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    CheckStrings(property.Value);
                }

                break;
        }
    }

    private static void CheckString(JsonElement element)
    {
        try
        {
            element.GetString();
        }
        catch (InvalidOperationException)
        {
            throw ApiException.InvalidUtf8();
        }
    }
}
