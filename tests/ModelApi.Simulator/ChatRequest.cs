namespace ModelApi.Simulator;

/// <summary>A received call of <c>/v1/chat/completions</c>.</summary>
/// <param name="MaxTokens">From <c>max_completion_tokens</c> or the older <c>max_tokens</c>.</param>
/// <param name="ResponseFormat">As JSON.</param>
/// <param name="Body">The whole request as it came.</param>
public sealed record ChatRequest(
    string? Model, IReadOnlyList<ChatMessage> Messages, double? Temperature, int? MaxTokens, string? ResponseFormat, bool Stream, bool IncludeUsage, string Body)
{
    /// <summary>The content of the user's last message.</summary>
    public string LastUserMessage => Messages.LastOrDefault(message => message.Role == "user")?.Content ?? "";

    internal static ChatRequest Parse(string body)
    {
        var root = WireJson.ReadObject(body);
        try
        {
            return new ChatRequest(
                root.Find("model")?.GetString(),
                root.Find("messages") is { } messages ? [.. messages.EnumerateArray().Select(ChatMessage.Parse)] : [],
                root.Find("temperature")?.GetDouble(),
                (root.Find("max_completion_tokens") ?? root.Find("max_tokens"))?.GetInt32(),
                root.Find("response_format")?.GetRawText(),
                root.Find("stream")?.GetBoolean() ?? false,
                root.Find("stream_options")?.Find("include_usage")?.GetBoolean() ?? false,
                body);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new ApiException(400, $"Invalid type for a parameter: {e.Message}", "invalid_type");
        }
    }
}
