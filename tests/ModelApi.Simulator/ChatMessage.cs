using System.Text.Json;

namespace ModelApi.Simulator;

/// <summary>One message of a request; text parts are joined.</summary>
public sealed record ChatMessage(string Role, string Content)
{
    internal static ChatMessage Parse(JsonElement message) => new(message.Find("role")?.GetString() ?? "", message.Find("content") switch
    {
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => part.Find("text")?.GetString())),
        { } text => text.GetString()!,
        null => "",
    });
}
