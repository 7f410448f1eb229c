using System.Diagnostics;
using Bot.Answering;
using Bot.Configuration;
using Bot.Storage;
using Bot.Web;
using BotApi.Simulator;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks;

/// <summary>One person after another asks; each waits for the answer.</summary>
internal static class ServiceBenchmark
{
    private const int WarmUps = 30;
    private const int Questions = 300;

    private static readonly string[] Asked =
        ["Does Putin agree to European peacekeepers?", "Хто речник Кремля?", "Когда саммит в Брюсселе?", "What did Macron say about a quick deal?", "How many soldiers will France send?"];

    public static async Task<int> RunAsync(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("bot-benchmark-");
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions(), stop);
        var settings = SettingsReader.Read([$"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", $"--Storage:Connection=Data Source={Path.Combine(folder.FullName, "bot.db")}", "--Web:Url=http://127.0.0.1:0", .. RunningBot.Unlimited.Select(setting => $"--{setting.Name}={setting.Value}")]);
        await using var service = BotService.Build(settings, Library.Open(settings));
        await service.StartAsync(stop);

        var waits = new List<double>();
        for (var user = 1; user <= WarmUps + Questions; user++)
        {
            telegram.AddUser(user);
            var started = Stopwatch.GetTimestamp();
            telegram.SendText(user, Asked[user % Asked.Length]);
            await telegram.NextMessageAsync(user, 0, TimeSpan.FromSeconds(30), stop);
            if (user > WarmUps) waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        await Task.Delay(200, stop);
        await service.StopAsync(stop);

        Console.WriteLine($"asked to answered, as the person sees it: {Percentiles.Of(waits)}");
        Console.WriteLine($"update stored to message sent:            {Percentiles.Of(StoredToSent(settings.Storage.Connection))}");
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return 0;
    }

    /// <summary>From the tables' own marks, to the millisecond; each chat asked once.</summary>
    private static List<double> StoredToSent(string connection)
    {
        using var database = new Database(connection).Open();
        return database.Query<double>(
            """
            SELECT CAST(deliveries.delivered_at - inbox.received_at AS REAL)
            FROM (SELECT received_at, ROW_NUMBER() OVER (ORDER BY update_id) AS place FROM inbox) AS inbox
            JOIN (SELECT delivered_at, ROW_NUMBER() OVER (ORDER BY outbox_id) AS place FROM deliveries) AS deliveries USING (place)
            WHERE place > @WarmUps
            """,
            new { WarmUps }).ToList();
    }
}
