using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Configuration;

namespace Bot.Evaluation;

/// <summary>A test collection in the BEIR layout (https://github.com/beir-cellar/beir): documents, queries, and which document is relevant to which query.</summary>
/// <param name="Relevant">Per query, the grades of the documents judged relevant, above 0.</param>
internal sealed record RetrievalSet(IReadOnlyList<BeirDocument> Documents, IReadOnlyList<BeirQuery> Queries, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Relevant)
{
    /// <exception cref="SettingsException">A file is missing, or a line of it is not as it should be.</exception>
    public static RetrievalSet Load(string folder)
    {
        var documents = ReadLines(folder, "corpus.jsonl").Select(line => Parse(line, RetrievalSetJsonContext.Default.BeirDocument)).ToList();
        var relevant = ReadLines(folder, "qrels/test.tsv").Skip(1).Select(ReadJudgement).Where(judgement => judgement.Grade > 0)
            .GroupBy(judgement => judgement.Query)
            .ToDictionary(group => group.Key, group => (IReadOnlyDictionary<string, int>)group.ToDictionary(judgement => judgement.Document, judgement => judgement.Grade));
        // As the standard tools do, a query that nothing is known to be relevant to is left out.
        var queries = ReadLines(folder, "queries.jsonl").Select(line => Parse(line, RetrievalSetJsonContext.Default.BeirQuery)).Where(query => relevant.ContainsKey(query.Id)).ToList();
        return queries.Count > 0 ? new RetrievalSet(documents, queries, relevant) : throw new SettingsException($"--set is '{folder}'; qrels/test.tsv judges none of the queries");
    }

    private readonly record struct Line(string File, int Number, string Text)
    {
        public SettingsException Fault(string reason, Exception? inner = null) => new($"--set: {File}, line {Number}: {reason}", inner);
    }

    private static IEnumerable<Line> ReadLines(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) throw new SettingsException($"--set is '{folder}'; there is no {name} in it");
        return File.ReadLines(file).Index().Where(line => line.Item.Length > 0).Select(line => new Line(file, line.Index + 1, line.Item));
    }

    private static T Parse<T>(Line line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Text, type) ?? throw line.Fault("holds nothing");
        }
        catch (JsonException fault)
        {
            throw line.Fault(fault.Message, fault);
        }
    }

    private static (string Query, string Document, int Grade) ReadJudgement(Line line) =>
        line.Text.Split('\t') is [var query, var document, var grade] && int.TryParse(grade, out var number) ? (query, document, number) : throw line.Fault("a query's id, a document's id and a whole number, with tabs between, are expected");
}

internal sealed record BeirDocument([property: JsonPropertyName("_id"), JsonRequired] string Id, [property: JsonPropertyName("title")] string? Title, [property: JsonPropertyName("text"), JsonRequired] string Text);

internal sealed record BeirQuery([property: JsonPropertyName("_id"), JsonRequired] string Id, [property: JsonPropertyName("text"), JsonRequired] string Text);

[JsonSerializable(typeof(BeirDocument))]
[JsonSerializable(typeof(BeirQuery))]
internal sealed partial class RetrievalSetJsonContext : JsonSerializerContext;
