namespace ModelApi.Simulator;

/// <summary>OpenAI's objects for one answer.</summary>
internal sealed class Completion(ChatRequest request)
{
    private readonly string id = $"chatcmpl-{Guid.NewGuid():N}";
    private readonly long created = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public bool IncludesUsage => request.IncludeUsage;

    public object FirstChunk() => Chunk(new { role = "assistant", content = "", refusal = (string?)null }, null);

    public object Chunk(string piece, bool isRefusal) => Chunk(isRefusal ? new { refusal = piece } : new { content = piece }, null);

    public object LastChunk(string finishReason) => Chunk(new { }, finishReason);

    public object UsageChunk(string content) => Object("chat.completion.chunk", Array.Empty<object>(), Usage(content));

    public object Whole(string content, string finishReason, bool isRefusal)
    {
        var message = new { role = "assistant", content = isRefusal ? null : content, refusal = isRefusal ? content : null };
        return Object("chat.completion", new[] { new { index = 0, message, logprobs = (object?)null, finish_reason = finishReason } }, Usage(content));
    }

    private Dictionary<string, object?> Chunk(object delta, string? finishReason) =>
        Object("chat.completion.chunk", new[] { new { index = 0, delta, logprobs = (object?)null, finish_reason = finishReason } }, null);

    /// <summary>Chunks have the field of usage only where it was asked for.</summary>
    private Dictionary<string, object?> Object(string kind, object choices, object? usage)
    {
        var fields = new Dictionary<string, object?> { ["id"] = id, ["object"] = kind, ["created"] = created, ["model"] = request.Model, ["choices"] = choices };
        if (usage is not null || IncludesUsage) fields["usage"] = usage;
        return fields;
    }

    private object Usage(string content)
    {
        var prompt = request.Messages.Sum(message => WireJson.Tokens(message.Content));
        var completion = WireJson.Tokens(content);
        return new { prompt_tokens = prompt, completion_tokens = completion, total_tokens = prompt + completion };
    }
}
