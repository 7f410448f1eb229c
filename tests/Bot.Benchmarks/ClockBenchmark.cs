using System.Diagnostics;
using Bot.Answering;
using Bot.Configuration;
using Bot.Storage;
using Bot.Web;
using BotApi.Simulator;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Benchmarks;

/// <summary>
/// Hours pass in minutes: the service and the simulated Telegram go by one clock, which is driven. People ask at the
/// default limits, one call in fifty fails, and every hour Telegram is gone, refuses the token or has another poller for a while.
/// </summary>
internal static class ClockBenchmark
{
    private const int People = 400;
    private const double FaultShare = 0.02;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(4);
    private static readonly FaultKind[] Outages = [FaultKind.CutBeforeWork, FaultKind.Unauthorized, FaultKind.Conflict, FaultKind.BadGateway];
    private static readonly FaultKind[] Faults = [FaultKind.ServerError, FaultKind.BadGateway, FaultKind.CutBeforeWork, FaultKind.CutAfterWork, FaultKind.TooManyRequests];

    public static async Task<int> RunAsync(double hours, CancellationToken stop)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateTempSubdirectory("bot-clock-");
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Time = clock, RememberedCalls = 1000, RememberedMessages = 50 }, stop);
        for (var user = 1; user <= People; user++) telegram.AddUser(user);
        var settings = SettingsReader.Read([$"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", $"--Storage:Connection=Data Source={Path.Combine(folder.FullName, "bot.db")}", "--Web:Url=http://127.0.0.1:0"]);
        await using var service = BotService.Build(settings, Library.Open(settings), clock);
        await service.StartAsync(stop);

        var (random, watch, asked, end) = (new Random(5), Stopwatch.StartNew(), 0, clock.GetUtcNow().AddHours(hours));
        var started = clock.GetUtcNow();
        var memory = new List<double>();
        FaultKind? outage = null;
        while (clock.GetUtcNow() < end)
        {
            var passed = clock.GetUtcNow() - started;
            outage = Change(telegram, outage, passed);
            if (random.NextDouble() < 0.5) telegram.SendText(1 + random.Next(People), Questions.Number(asked++));
            clock.Advance(Step);
            await Task.Delay(1, stop);
            if (passed.TotalHours >= memory.Count + 1) memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024);
        }
        telegram.Faults.Clear();
        var (waiting, failed) = (-1, 0);
        for (var second = 0; second < 1200 && waiting != 0; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, stop);
            (waiting, failed) = Rows(settings.Storage.Connection);
            waiting += telegram.PendingUpdates;
        }
        await service.StopAsync(stop);

        Console.WriteLine($"{hours:F0} hours in {watch.Elapsed.TotalSeconds:F0} s, {asked} questions, {telegram.BotMessages} messages, faults: {string.Join(", ", telegram.Faults.Happened.Where(fault => fault.Value > 0).Select(fault => $"{fault.Value} {fault.Key}"))}");
        Console.WriteLine($"managed memory hour by hour, simulator included: {string.Join(", ", memory.Select(megabytes => $"{megabytes:F0} MB"))}");
        Console.WriteLine($"rows stuck: {waiting}; messages given up: {failed}");
        // The first hours fill what is remembered; from half of the time on, nothing may grow.
        var isSteady = memory.Count < 4 || memory[^1] < memory[memory.Count / 2] * 1.2;
        return waiting == 0 && failed == 0 && isSteady ? 0 : 1;
    }

    /// <summary>From a quarter past each hour, one kind of outage; random faults else.</summary>
    private static FaultKind? Change(BotApiServer telegram, FaultKind? before, TimeSpan passed)
    {
        var intoHour = TimeSpan.FromTicks(passed.Ticks % TimeSpan.TicksPerHour) - TimeSpan.FromMinutes(15);
        FaultKind? now = intoHour >= TimeSpan.Zero && intoHour < Outage ? Outages[(int)passed.TotalHours % Outages.Length] : null;
        if (now == before && passed > Step) return now;
        telegram.Faults.Clear();
        if (now is { } kind) telegram.Faults.Random(1, 1, kind);
        else telegram.Faults.Random((int)passed.TotalSeconds, FaultShare, Faults);
        return now;
    }

    private static (int Waiting, int Failed) Rows(string connection)
    {
        using var database = new Database(connection);
        using var opened = database.Open();
        return opened.QuerySingle<(int, int)>("SELECT (SELECT COUNT(*) FROM inbox WHERE handled_at IS NULL) + (SELECT COUNT(*) FROM outbox WHERE finished_at IS NULL), (SELECT COUNT(*) FROM outbox WHERE failure IS NOT NULL)");
    }
}
