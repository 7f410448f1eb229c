using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Telegram;

/// <summary>An answer as one line of JSON, as other tools read it.</summary>
internal sealed record AnswerJson(
    string Question, string Language, string Status, double Evidence,
    IReadOnlyList<StatementJson> Statements, IReadOnlyList<PositionJson> Positions, IReadOnlyList<CitationJson> Citations, IReadOnlyList<SourceJson> Sources, IReadOnlyList<CitationJson> Nearest,
    DateOnly? AsOf, string Composer, string? Model, string? Prompt, double ElapsedMs, string Html)
{
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public static AnswerJson Of(CheckedAnswer answer, Texts texts) => new(
        answer.Question, answer.Language.Code(), answer.Status.Name(), Math.Round(answer.Evidence, 4),
        [.. answer.Statements.Select(statement => new StatementJson(statement.Text, statement.Speaker, statement.Citations))],
        [.. answer.Positions.Select(position => new PositionJson(position.Speaker, position.Statements))],
        [.. answer.Citations.Select(citation => CitationJson.Of(citation, answer))],
        [.. answer.Sources.Select(source => new SourceJson(source.Number, source.Document, source.Title, source.Publisher, source.Published, source.Covers, source.CoversBy, source.Url))],
        [.. answer.Nearest.Select(citation => CitationJson.Of(citation, answer))],
        answer.AsOf, answer.ByModel is null ? "extractive" : "model", answer.ByModel?.Model, answer.ByModel?.Prompt, Math.Round(answer.ElapsedMilliseconds, 2), AnswerHtml.Render(answer, texts));

    /// <summary>One line, letters of every alphabet as they are.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, AnswerJsonContext.Readable.AnswerJson);
}

internal sealed record StatementJson(string Text, string? Speaker, IReadOnlyList<int> Citations);

internal sealed record PositionJson(string Speaker, IReadOnlyList<int> Statements);

internal sealed record CitationJson(int Source, string Document, string Quote, int Start, int End)
{
    public static CitationJson Of(Corpus.Citation citation, CheckedAnswer answer) =>
        new(answer.SourceOf(citation).Number, citation.Document, citation.Quote, citation.Start, citation.End);
}

internal sealed record SourceJson(int Number, string Document, string Title, string? Publisher, DateOnly? Published, string? Covers, string? CoversBy, string? Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerJson))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext
{
    public static AnswerJsonContext Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
