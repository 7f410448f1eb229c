using Bot.Configuration;
using Bot.Corpus;

namespace Bot.Benchmarks.Statements;

/// <summary>Statements as they were written by hand, document by document, in YAML.</summary>
internal static class StatementFile
{
    /// <param name="corpus">Where documents stand that a file gives only the id of.</param>
    public static IEnumerable<StatementCase> ReadAll(DirectoryInfo folder, CorpusSnapshot corpus) =>
        folder.EnumerateFiles("*.yaml").OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => YamlFile.Load(file.FullName).Items).SelectMany(group => Read(group, corpus));

    private static IEnumerable<StatementCase> Read(YamlFile group, CorpusSnapshot corpus)
    {
        var document = ReadDocument(group["document"], corpus);
        return group["statements"].Items.Select(statement => new StatementCase(
            statement["id"].Text, statement["kind"].Text, statement["honest"].Text == "true", statement["language"].Text, document,
            statement["text"].Text, statement.FindText("speaker") is { Length: > 0 } and not "null" and var speaker ? speaker : null, statement["quotes"].Texts));
    }

    private static StatementDocument ReadDocument(YamlFile document, CorpusSnapshot corpus) =>
        document.FindText("text") is { } text
            ? new StatementDocument(document["id"].Text, document["title"].Text, document["language"].Text, text)
            : Stored(corpus.Find(document["id"].Text) ?? throw document.Fault("neither a text nor a document of the corpus"));

    private static StatementDocument Stored(Document document) => new(document.Id, document.Title, "en", document.Text);
}
