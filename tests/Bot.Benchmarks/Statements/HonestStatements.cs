using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Benchmarks.Statements;

/// <summary>True statements of public collections: sentences as they stand, and what people wrote of them.</summary>
internal static partial class HonestStatements
{
    private const int Shortest = 40;
    private const int Longest = 320;

    /// <summary>Sentences of CLAP NQ's passages, of XQuAD's paragraphs in English and Russian, and of the Ukrainian documents of tests/cases.</summary>
    public static IEnumerable<StatementCase> Verbatim(DirectoryInfo clapNq, DirectoryInfo xquad) =>
    [
        .. ReadClapNq(clapNq).SelectMany(answer => answer.Document is var document ? Sentences(document) : []),
        .. Xquad(xquad, "en"), .. Xquad(xquad, "ru"),
        .. YamlFile.Load("tests/cases/invented.yaml").Items.Concat(YamlFile.Load("tests/cases/wide.yaml").Items).Concat(YamlFile.Load("tests/cases/mixed.yaml").Items)
            .SelectMany(one => one.Find("documents")?.Items ?? []).Select(document => new StatementDocument(document["id"].Text, document.FindText("title") ?? "", LanguageOf(document["text"].Text), document["text"].Text))
            .DistinctBy(document => document.Text).SelectMany(Sentences),
    ];

    /// <summary>Sentences of the reports that statements were written about by hand.</summary>
    public static IEnumerable<StatementCase> Verbatim(IEnumerable<StatementCase> written) => written.Select(one => one.Document).Distinct().SelectMany(Sentences);

    /// <summary>The same sentences without what stands in brackets, or without the relative clause at their end.</summary>
    public static IEnumerable<StatementCase> Shortened(IEnumerable<StatementCase> verbatim) => verbatim
        .Select(one => one with { Id = one.Id + "-short", Kind = "verbatim-based", Text = Relative().Replace(Brackets().Replace(one.Text, ""), ".") })
        .Where(one => one.Text != one.Quotes[0] && one.Text.Length >= Shortest && one.Text.IndexOfAny(['(', ')', '"', '“', '«', '`']) < 0);

    /// <summary>The answers people wrote from sentences of CLAP NQ's passages, sentence by sentence.</summary>
    public static IEnumerable<StatementCase> Paraphrases(DirectoryInfo clapNq) => ReadClapNq(clapNq).SelectMany(answer =>
        Sentence().Matches(answer.Text).Select((sentence, at) => new StatementCase($"{answer.Document.Id}-{at}", "paraphrase", Honest: true, "en", answer.Document, sentence.Value.Trim(), null, answer.Selected)));

    private sealed record Answer(StatementDocument Document, string Text, IReadOnlyList<string> Selected);

    private static IEnumerable<Answer> ReadClapNq(DirectoryInfo folder) =>
        File.ReadLines(Path.Combine(folder.FullName, "clapnq_dev_answerable.jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var passage = json.RootElement.GetProperty("passages")[0];
            var output = json.RootElement.GetProperty("output")[0];
            var document = new StatementDocument(json.RootElement.GetProperty("id").GetString()!, passage.GetProperty("title").GetString()!, "en", passage.GetProperty("text").GetString()!);
            return new Answer(document, output.GetProperty("answer").GetString()!, [.. output.GetProperty("selected_sentences").EnumerateArray().Select(sentence => sentence.GetString()!.Trim())]);
        });

    private static IEnumerable<StatementCase> Xquad(DirectoryInfo folder, string language) =>
        File.ReadLines(Path.Combine(folder.FullName, $"xquad-{language}-{language}", "corpus.jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return new StatementDocument($"{language}-{json.RootElement.GetProperty("_id").GetString()}", "", language, json.RootElement.GetProperty("text").GetString()!);
        }).SelectMany(Sentences);

    private static IEnumerable<StatementCase> Sentences(StatementDocument document) =>
        DocumentFile.Build(document.Id, new DocumentMetadata { Title = document.Title, Language = LanguageCodes.OrEnglish(document.Language) }, document.Text).Sentences.Select(sentence => sentence.Text).Where(sentence => sentence.Length is >= Shortest and <= Longest && char.IsUpper(sentence[0]) && !sentence.Contains('\n') && !sentence.EndsWith('?'))
            .Select((sentence, at) => new StatementCase($"{document.Id}-{at}", "verbatim", Honest: true, document.Language, document, sentence, null, [sentence]));

    private static string LanguageOf(string text) => text.IndexOfAny(['і', 'ї', 'є']) >= 0 ? "uk" : text.Any(c => c is >= 'а' and <= 'я') ? "ru" : "en";

    [GeneratedRegex(@" ?\([^()]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@" ?, (?:which|who|where|whose|который|которая|которое|которые|где|який|яка|яке|які|де)\b[^,]*\.$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"\S.*?(?:(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|v|No|Jr|U\.S)) ?[.!?]+[""”»)']*(?=\s+[""“«„(]?\p{Lu})|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
