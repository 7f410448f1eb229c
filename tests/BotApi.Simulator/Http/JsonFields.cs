using System.Globalization;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Reads fields of JSON objects as Telegram does: numbers and strings stand for each other, null is a mistake.</summary>
internal static class JsonFields
{
    public static string? OptionalText(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field))
        {
            return null;
        }

        return field.ValueKind switch
        {
            JsonValueKind.String => field.GetString(),
            JsonValueKind.Number => field.GetRawText(),
            _ => throw ApiException.BadRequest($"Field \"{name}\" must be of type String"),
        };
    }

    public static string RequiredText(this JsonElement json, string name) => json.OptionalText(name) ?? throw Missing(name);

    public static int? OptionalInt(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field))
        {
            return null;
        }

        var text = field.ValueKind switch
        {
            JsonValueKind.String => field.GetString() ?? "",
            JsonValueKind.Number => field.GetRawText(),
            _ => throw ApiException.BadRequest($"Field \"{name}\" must be a Number"),
        };
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"Field \"{name}\" must be a valid Number");
    }

    public static int RequiredInt(this JsonElement json, string name) => json.OptionalInt(name) ?? throw Missing(name);

    public static bool Flag(this JsonElement json, string name)
        => json.TryGetProperty(name, out var field) && field.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw ApiException.BadRequest($"Field \"{name}\" must be of type Boolean"),
        };

    /// <summary>The object itself, or Telegram's complaint about what it is not.</summary>
    public static JsonElement AsObject(this JsonElement json, string complaint)
        => json.ValueKind == JsonValueKind.Object ? json : throw ApiException.BadRequest(complaint);

    private static ApiException Missing(string name) => ApiException.BadRequest($"Can't find field \"{name}\"");
}
