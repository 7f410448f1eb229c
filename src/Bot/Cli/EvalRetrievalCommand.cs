using System.CommandLine;
using Bot.Answering;
using Bot.Evaluation;

namespace Bot.Cli;

/// <summary>`eval retrieval`: ranks the documents of a test collection with the bot's own retrieval.</summary>
internal static class EvalRetrievalCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var set = new Option<string>("--set") { Description = "A folder in the BEIR layout: corpus.jsonl, queries.jsonl, qrels/test.tsv.", Required = true };
        var run = new Option<string?>("--run") { Description = "Write the rankings there as a TREC run, a hundred documents a query." };
        var json = new Option<bool>("--json") { Description = "Write the scores as one line of JSON." };
        var command = new Command("retrieval", "Rank the documents of a test collection by their best passage, and score the rankings.") { set, run, json };
        command.SetAction(parsed =>
        {
            var library = Library.Open(settings.Read());
            var collection = RetrievalSet.Load(parsed.GetRequiredValue(set));
            var result = IndexingBar.Over(bar => RetrievalRun.Of(collection, library, bar));
            if (parsed.GetValue(run) is { } file) EvalCommand.Save("--run", file, result.ToTrec());
            if (parsed.GetValue(json)) Console.Out.WriteLine(result.Report.ToLine());
            else Report(result.Report);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Report(RetrievalReport report) => Table.Write(
        ["Measure", "Value"],
        [
            ["nDCG@10", Table.Cell($"{report.Ndcg10:F4}")],
            ["Recall@100", Table.Cell($"{report.Recall100:F4}")],
            ["MRR@10", Table.Cell($"{report.Mrr10:F4}")],
            ["Queries, documents, passages", $"{report.Queries}, {report.Documents}, {report.Passages}"],
            ["Seconds to index", Table.Cell($"{report.IndexSeconds:F2}")],
            ["Megabytes in memory, without the text", Table.Cell($"{report.IndexBytesMemory / 1e6:F1}")],
            ["Megabytes on disk", Table.Cell($"{report.IndexBytesDisk / 1e6:F1}")],
            ["Milliseconds for 300 passages: median, 95th percentile", Table.Cell($"{report.QueryMsP50:F2}, {report.QueryMsP95:F2}")],
        ]);
}
