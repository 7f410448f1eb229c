using Bot.Citations;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Evaluation;

/// <summary>Cases from a file of JSON Lines or YAML, or from all such files of a folder.</summary>
internal static class CaseFile
{
    /// <exception cref="SettingsException">There is no such file, it holds no cases, or a case is not as it should be.</exception>
    public static IReadOnlyList<Case> Load(string path)
    {
        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".jsonl" or ".yaml" or ".yml").Order(StringComparer.Ordinal)]
            : [path];
        try
        {
            var cases = files.SelectMany(Read).ToList();
            if (cases.Count == 0) throw new SettingsException($"--cases is '{path}'; it holds no cases");
            return cases.GroupBy(one => one.Id).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? throw new SettingsException($"--cases is '{path}'; the case '{twice.Key}' is there twice")
                : cases;
        }
        catch (Exception fault) when (fault is YamlFileException or DocumentException)
        {
            throw new SettingsException($"--cases is '{path}'; {fault.Message}", fault);
        }
    }

    // JSON is YAML, so one reader serves both: a line of JSON Lines is a document of its own.
    private static IEnumerable<Case> Read(string file) => Path.GetExtension(file) switch
    {
        ".jsonl" => File.Exists(file)
            ? File.ReadLines(file).Index().Where(line => line.Item.Trim().Length > 0).Select(line => ReadCase(YamlFile.Parse($"{file}, case {line.Index + 1}", line.Item)))
            : throw new YamlFileException("there is no such file"),
        _ => YamlFile.Load(file).Items.Select(ReadCase),
    };

    private static Case ReadCase(YamlFile yaml)
    {
        yaml.AllowOnly("id", "question", "language", "documents", "expect");
        var language = yaml.FindText("language");
        var known = LanguageCodes.TryParse(language, out var code);
        if (language is not null && !known) throw yaml["language"].Fault($"language is '{language}'; one of {string.Join(", ", LanguageCodes.All)} is expected");
        return new Case(yaml["id"].Text, yaml["question"].Text, known ? code : null, yaml.Find("documents")?.Items.Select(ReadDocument).ToList(), ReadExpectation(yaml["expect"]));
    }

    private static Document ReadDocument(YamlFile yaml) =>
        DocumentFile.Build(yaml["id"].Text, MetadataReader.Read(yaml, alsoAllowed: "text"), yaml["text"].Text);

    private static Expectation ReadExpectation(YamlFile yaml)
    {
        yaml.AllowOnly("status", "quotes", "speakers", "positions", "mustNotSay");
        var status = AnswerStatusNames.Read(yaml["status"], Enum.GetValues<AnswerStatus>());
        return new Expectation(status, yaml.Find("quotes")?.Texts ?? [], yaml.Find("speakers")?.Texts ?? [], yaml.FindText("positions") == "true", yaml.Find("mustNotSay")?.Texts ?? []);
    }
}
