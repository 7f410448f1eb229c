using System.CommandLine;
using System.Globalization;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Cli;

/// <summary>`corpus list|check|text`: the documents, what is wrong with them, and the text that offsets refer to.</summary>
internal static class CorpusCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var list = new Command("list", "The documents the bot knows.");
        list.SetAction(_ => List(Load(settings)));
        var check = new Command("check", "Problems found in the documents; exit code 1 if there are any.");
        check.SetAction(_ => Check(Load(settings)));
        var id = new Argument<string>("id") { Description = "A document's id, as `corpus list` shows it." };
        var text = new Command("text", "Exactly the text of a document that offsets refer to.") { id };
        text.SetAction(parsed => Text(Load(settings), parsed.GetValue(id)!));
        return new Command("corpus", "Look at the documents.") { list, check, text };
    }

    private static CorpusSnapshot Load(CommandLine.SettingsArguments arguments)
    {
        var corpus = arguments.Read().Corpus;
        return new CorpusFolder(corpus.Folder, [Path.GetFileName(corpus.Lexicon), Path.GetFileName(corpus.Glossary)]).Load();
    }

    private static int List(CorpusSnapshot corpus)
    {
        Table.Write(["Id", "Title", "Publisher", "Published", "Covers", "Language", "Sentences"], corpus.Documents.Select(Row));
        return CommandLine.Done;
    }

    private static IReadOnlyList<string> Row(Document document) =>
    [
        document.Id, document.Title, document.Metadata.Publisher ?? "-", document.Metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated",
        document.Metadata.Covers is { } covers ? covers + (document.Metadata.CoversBy is { } by ? $" ({by})" : "") : "-", document.Language.Code(), $"{document.Sentences.Count}",
    ];

    private static int Check(CorpusSnapshot corpus)
    {
        foreach (var problem in corpus.Problems) Console.Out.WriteLine($"{problem.File}: {problem.Reason}");
        Console.Out.WriteLine($"{corpus.Documents.Count} documents, {corpus.Documents.Sum(document => document.Sentences.Count)} sentences, {corpus.Problems.Count} problems");
        return corpus.Problems.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static int Text(CorpusSnapshot corpus, string id)
    {
        if (corpus.Find(id) is not { } document)
        {
            var near = Suggestion.For(id, corpus.Documents.Select(known => known.Id));
            return CommandLine.Complain($"there is no document '{id}'; {(near is null ? "`corpus list` shows those there are" : $"did you mean '{near}'?")}");
        }
        Console.Out.Write(document.Text);
        return CommandLine.Done;
    }
}
