using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModelApi.Simulator;

/// <summary>A received call of <c>/v1/embeddings</c>, and the answer to it.</summary>
internal sealed record EmbeddingRequest(string? Model, IReadOnlyList<string> Input, bool Base64)
{
    public static EmbeddingRequest Parse(string body)
    {
        var root = WireJson.ReadObject(body);
        IReadOnlyList<string> input = root.Find("input") switch
        {
            { ValueKind: JsonValueKind.String } text => [text.GetString()!],
            { ValueKind: JsonValueKind.Array } texts when texts.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) => [.. texts.EnumerateArray().Select(text => text.GetString()!)],
            _ => [],
        };
        if (input.Count == 0 || input.Contains("")) throw new ApiException(400, "'$.input' is invalid.");
        return new EmbeddingRequest(root.Find("model")?.GetString(), input, root.Find("encoding_format")?.GetString() == "base64");
    }

    public object Answer(Func<string, float[]> embed, bool knowsBase64)
    {
        var tokens = Input.Sum(WireJson.Tokens);
        return new
        {
            @object = "list",
            data = Input.Select((text, index) => new { @object = "embedding", index, embedding = Encode(embed(text), knowsBase64) }),
            model = Model,
            usage = new { prompt_tokens = tokens, total_tokens = tokens },
        };
    }

    private object Encode(float[] vector, bool knowsBase64) => Base64 && knowsBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : vector;
}
