using System.Text;
using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>The parameters of a call. To Telegram all of them are strings, some of which hold JSON.</summary>
internal sealed class CallParameters(Dictionary<string, string> values, ReadOnlyMemory<byte> body = default)
{
    /// <summary>The parameter as it came, or an empty string.</summary>
    public string Text(string name) => values.GetValueOrDefault(name, "");

    public long Int64(string name) => LenientInteger.ToInt64(Text(name));

    public int Int32(string name) => LenientInteger.ToInt32(Text(name));

    public bool Flag(string name) => Text(name).Trim().ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>The chat the call names, if it names one.</summary>
    public long? ChatId => Text("chat_id") is { Length: > 0 } id ? LenientInteger.ToInt64(id) : null;

    /// <summary>The message that the call made, noted before anybody can see the message.</summary>
    public int? MadeMessageId { get; set; }

    /// <summary>The JSON a parameter holds, or null when it is empty.</summary>
    /// <exception cref="ApiException">It is not JSON; then Telegram calls it by the given name.</exception>
    public JsonElement? Json(string name, string calledInErrors)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonText.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest($"Can't parse {calledInErrors} JSON object");
        }
    }

    /// <summary>The JSON body as it came, or the fields of a form or a query as one JSON object.</summary>
    public string ToJson() => body.IsEmpty ? JsonText.Join(values) : Encoding.UTF8.GetString(body.Span);
}
