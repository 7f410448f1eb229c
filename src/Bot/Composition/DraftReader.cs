using System.Text;
using System.Text.Json;

namespace Bot.Composition;

/// <summary>
/// Reads a draft while the model writes it: statement by statement, as soon as each is complete. Words and thoughts around the JSON,
/// code fences, trailing commas and a cut-off end are forgiven; anything else is no draft.
/// </summary>
internal sealed class DraftReader
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What a model thinks before it writes is no draft, whatever braces it holds.</summary>
    private const string BeginningOfThought = "<think>", EndOfThought = "</think>";

    private readonly StringBuilder text = new();
    private int read;

    /// <summary>"answered" or "notInSources"; null until it was written.</summary>
    public string? Status { get; private set; }

    /// <summary>Its end was written: what may follow is no part of it.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>It holds what no draft holds.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Takes what was written next.</summary>
    /// <returns>The statements that it completes.</returns>
    public IReadOnlyList<WrittenStatement> Read(string piece)
    {
        text.Append(piece);
        if (IsBroken) return [];
        var statements = new List<WrittenStatement>();
        try
        {
            Read(statements);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            IsBroken = true;
        }
        return statements;
    }

    private void Read(List<WrittenStatement> statements)
    {
        var written = text.ToString();
        var thought = written.LastIndexOf(EndOfThought, StringComparison.Ordinal);
        if (thought < 0 && written.AsSpan().TrimStart().StartsWith(BeginningOfThought)) return;
        var start = written.IndexOf('{', Math.Max(0, thought));
        if (start < 0) return;
        // A pair of surrogates may be cut between two pieces.
        var end = char.IsHighSurrogate(written[^1]) ? written.Length - 1 : written.Length;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(written[start..end]), isFinalBlock: false, new JsonReaderState(Options));
        if (!reader.Read()) return;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (name == "statements")
            {
                if (!ReadStatements(ref reader, statements)) return;
            }
            else if (!JsonDocument.TryParseValue(ref reader, out var value)) return;
            else if (name == "status") Status = value.RootElement.GetString();
        }
        IsComplete = reader.TokenType is JsonTokenType.EndObject;
    }

    /// <summary>True where the list is closed.</summary>
    private bool ReadStatements(ref Utf8JsonReader reader, List<WrittenStatement> statements)
    {
        if (!reader.Read()) return false;
        if (reader.TokenType is not JsonTokenType.StartArray) throw new JsonException("a list of statements is expected");
        for (var index = 0; ; index++)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType is JsonTokenType.EndArray) return true;
            if (!JsonDocument.TryParseValue(ref reader, out var value)) return false;
            if (index < read) continue;
            read = index + 1;
            statements.Add(WrittenStatement.Of(value.RootElement));
        }
    }
}

/// <summary>A statement as the model wrote it.</summary>
/// <param name="Citations">Each the id of a passage, and the words it quotes.</param>
internal sealed record WrittenStatement(string Text, string? Speaker, IReadOnlyList<(string Passage, string Quote)> Citations)
{
    /// <exception cref="JsonException">It is no statement.</exception>
    public static WrittenStatement Of(JsonElement json) => new(
        json.GetProperty("text").GetString() ?? throw new JsonException("a statement without text"),
        json.TryGetProperty("speaker", out var speaker) ? speaker.GetString() : null,
        [.. json.GetProperty("citations").EnumerateArray().Select(citation => (citation.GetProperty("passage").GetString() ?? "", citation.GetProperty("quote").GetString() ?? ""))]);
}
