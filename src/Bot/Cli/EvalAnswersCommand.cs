using System.CommandLine;
using System.Globalization;
using Bot.Answering;
using Bot.Configuration;
using Bot.Evaluation;
using Bot.Telegram;

namespace Bot.Cli;

/// <summary>`eval answers`: answers cases and scores them against what they expect.</summary>
internal static class EvalAnswersCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var cases = new Option<string>("--cases") { Description = "A file of cases (.jsonl, .yaml), or a folder of such files.", Required = true };
        var output = new Option<string?>("--out") { Description = "Write each answer there, as `ask --json` does, with the case's id; and beside it, <file>.run.json, what it was made with." };
        var json = new Option<bool>("--json") { Description = "Write the scores as one line of JSON." };
        var answers = new Command("answers", "Answer cases and score the answers; exit code 1 if a case fails.") { cases, output, json };
        answers.SetAction((parsed, stop) => RunAsync(settings.Read(), parsed.GetValue(cases)!, parsed.GetValue(output), parsed.GetValue(json), stop));
        return answers;
    }

    private static async Task<int> RunAsync(BotSettings settings, string path, string? output, bool json, CancellationToken stop)
    {
        var cases = CaseFile.Load(path);
        var library = CommandLine.OpenLibrary(settings);
        var runner = new CaseRunner(library);
        var results = new List<CaseResult>();
        foreach (var one in cases) results.Add(await runner.RunAsync(one, stop));
        if (output is not null)
        {
            EvalCommand.Save("--out", output, results.Select(result => (AnswerJson.Of(result.Answer, library.Texts) with { Id = result.Case.Id }).ToLine()));
            EvalCommand.Save("--out", RunRecord.FileOf(output), [RunRecord.Of(results, settings, library).ToLine()]);
        }
        var scores = AnswerScores.Of(results);
        if (json) Console.Out.WriteLine(scores.ToLine());
        else Report(results, scores);
        return scores.Passed == scores.Cases ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Report(List<CaseResult> results, AnswerScores scores)
    {
        foreach (var failure in results.Where(result => !result.Passed))
            Console.Out.WriteLine($"{failure.Case.Id}: {failure.Case.Question}\n    {string.Join("; ", failure.Failures)} (evidence {failure.Answer.Evidence:F2})");
        Table.Write(["Language", "Expected", "Cases", "Passed"], scores.Groups.Select(group => (IReadOnlyList<string>)[group.Language, group.Expected, $"{group.Cases}", $"{group.Passed}"]));
        Table.Write(
            ["Language", "Threshold", "Answered of answerable", "Refused of the others"],
            scores.Calibration.Select(point => (IReadOnlyList<string>)[point.Language, Table.Cell($"{point.Threshold:F2}"), Table.Cell($"{point.Answered:P1}"), Table.Cell($"{point.Refused:P1}")]));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Passed} of {scores.Cases} cases hold; threshold ignored: first sentence right {scores.FirstStatement:P1}, among first three {scores.FirstThreeStatements:P1}; AUC of evidence {scores.EvidenceAuc:F3}; refused while 90 % are answered {scores.RefusedAt90:P1}"));
    }
}
