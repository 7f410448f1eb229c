using System.Diagnostics;
using System.Text.Json;

namespace Bot.Benchmarks;

/// <summary>Starts the built bot again and again, as a person at a terminal would.</summary>
internal static class AskBenchmark
{
    private const int WarmUps = 2;
    private const int Runs = 15;

    private static readonly string[] Questions = ["Does Putin agree to European peacekeepers?", "Хто речник Кремля?", "Когда саммит в Брюсселе?"];

    public static int Run()
    {
        var runs = Enumerable.Range(0, WarmUps + Runs).Select(run => Ask(Questions[run % Questions.Length])).Skip(WarmUps).ToList();
        Console.WriteLine($"ask, wall time:  {Percentiles.Of([.. runs.Select(run => run.Wall)])}");
        Console.WriteLine($"of it answering: {Percentiles.Of([.. runs.Select(run => run.Answering)])}");
        return 0;
    }

    private static (double Wall, double Answering) Ask(string question)
    {
        var started = Stopwatch.GetTimestamp();
        using var bot = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "ask", question, "--json"]) { RedirectStandardOutput = true })!;
        var output = bot.StandardOutput.ReadToEnd();
        bot.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (wall, JsonDocument.Parse(output).RootElement.GetProperty("elapsedMs").GetDouble());
    }
}
