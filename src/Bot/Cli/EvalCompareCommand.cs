using System.CommandLine;
using System.Globalization;
using Bot.Evaluation;

namespace Bot.Cli;

/// <summary>`eval compare A B`: what changed between two runs of the cases.</summary>
internal static class EvalCompareCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("first") { Description = "A file that `eval answers --out` wrote." };
        var second = new Argument<string>("second") { Description = "Another one, of the same cases." };
        var command = new Command("compare", "Cases gained, lost and changed between two runs; exit code 1 if more were lost than gained.") { first, second };
        command.SetAction(parsed =>
        {
            var comparison = RunComparison.Of(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            Report(comparison);
            return comparison.Lost.Count > comparison.Gained.Count ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    private static void Report(RunComparison comparison)
    {
        foreach (var (change, cases) in new[] { ("gained", comparison.Gained), ("lost", comparison.Lost), ("changed", comparison.Changed), ("in one run only", comparison.OnlyInOne) })
            foreach (var one in cases) Console.Out.WriteLine($"{change}: {one}");
        Console.Out.WriteLine($"different between the runs: {(comparison.Differences.Count == 0 ? "nothing" : string.Join(", ", comparison.Differences))}");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{comparison.Gained.Count} gained, {comparison.Lost.Count} lost, {comparison.Changed.Count} changed, {comparison.Same} the same; sign test of gained against lost: p = {comparison.SignTest:F4}"));
    }
}
