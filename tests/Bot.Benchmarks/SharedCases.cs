using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Benchmarks;

/// <summary>
/// Turns public collections into the case form of `eval answers`: CLAP NQ (https://github.com/primeqa/clapnq) and XQuAD in
/// the BEIR layout. Writes three files and a folder of documents:
/// `clapnq.jsonl` asks each question of its own passage, which answers it or nearly does;
/// `xquad.jsonl` asks each question of its own paragraph;
/// `silence.jsonl`, for `--Corpus:Folder=&lt;out&gt;/corpus`, asks of all of CLAP NQ's answering passages their own questions, which they
/// cover, and XQuAD's, which they do not.
/// </summary>
internal static class SharedCases
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Passage(string Id, string Question, string Title, string Text, IReadOnlyList<string> Quotes);

    public static int Write(DirectoryInfo clapNq, DirectoryInfo xquad, DirectoryInfo output)
    {
        var answering = ReadClapNq(clapNq, "clapnq_dev_answerable.jsonl");
        var near = ReadClapNq(clapNq, "clapnq_dev_unanswerable.jsonl");
        var paragraphs = ReadXquad(xquad);
        var corpus = output.CreateSubdirectory("corpus");
        foreach (var (passage, number) in answering.DistinctBy(passage => passage.Text).Select((passage, number) => (passage, number)))
        {
            File.WriteAllText(Path.Combine(corpus.FullName, $"passage-{number:000}.txt"), passage.Text);
            File.WriteAllText(Path.Combine(corpus.FullName, $"passage-{number:000}.meta.yaml"), $"title: {JsonSerializer.Serialize(passage.Title)}\nlanguage: en\n");
        }
        Save(output, "clapnq.jsonl", [.. answering.Select(passage => Case(passage, "answered", withDocument: true)), .. near.Select(passage => Case(passage, "notInSources", withDocument: true))]);
        Save(output, "xquad.jsonl", [.. paragraphs.Select(passage => Case(passage, "answered", withDocument: true))]);
        Save(output, "silence.jsonl", [.. answering.Select(passage => Case(passage, "answered", withDocument: false)), .. paragraphs.Select(passage => Case(passage with { Quotes = [] }, "notInSources", withDocument: false))]);
        return 0;
    }

    private static void Save(DirectoryInfo folder, string name, IReadOnlyList<object> cases)
    {
        File.WriteAllLines(Path.Combine(folder.FullName, name), cases.Select(one => JsonSerializer.Serialize(one, Readable)));
        Console.WriteLine($"{name}: {cases.Count} cases");
    }

    private static object Case(Passage passage, string status, bool withDocument)
    {
        var expect = new { status, quotes = status == "answered" ? passage.Quotes : [] };
        return withDocument
            ? new { id = passage.Id, question = passage.Question, documents = new[] { new { id = "d1", title = passage.Title, text = passage.Text } }, expect }
            : new { id = passage.Id, question = passage.Question, expect };
    }

    private static List<Passage> ReadClapNq(DirectoryInfo folder, string name) =>
    [
        .. File.ReadLines(Path.Combine(folder.FullName, name)).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var (root, passage) = (json.RootElement, json.RootElement.GetProperty("passages")[0]);
            var selected = root.GetProperty("output").EnumerateArray().SelectMany(output => output.TryGetProperty("selected_sentences", out var sentences) ? sentences.EnumerateArray().Select(sentence => sentence.GetString()!.Trim()) : []);
            return new Passage(root.GetProperty("id").GetString()!, root.GetProperty("input").GetString()!, passage.GetProperty("title").GetString()!, passage.GetProperty("text").GetString()!, [.. selected.Distinct()]);
        }),
    ];

    private static List<Passage> ReadXquad(DirectoryInfo folder)
    {
        var texts = Read("corpus.jsonl").ToDictionary(document => document.GetProperty("_id").GetString()!, document => document.GetProperty("text").GetString()!);
        var paragraphs = File.ReadLines(Path.Combine(folder.FullName, "qrels/test.tsv")).Skip(1).Select(line => line.Split('\t')).ToDictionary(judged => judged[0], judged => judged[1]);
        return [.. Read("queries.jsonl").Select(query => (Query: query, Id: query.GetProperty("_id").GetString()!)).Select(pair =>
            new Passage(pair.Id, pair.Query.GetProperty("text").GetString()!, paragraphs[pair.Id], texts[paragraphs[pair.Id]], [pair.Query.GetProperty("answer").GetString()!]))];

        IEnumerable<JsonElement> Read(string name) => File.ReadLines(Path.Combine(folder.FullName, name)).Select(line => JsonDocument.Parse(line).RootElement);
    }
}
