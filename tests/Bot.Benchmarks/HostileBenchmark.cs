using System.Diagnostics;
using BotApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>Hostile texts, from many people, through the whole way; Telegram's own parser reads what comes back where its library is there.</summary>
internal static class HostileBenchmark
{
    private const int Chats = 500;
    private const int Ahead = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    public static async Task<int> RunAsync(int count, DirectoryInfo? inputs, CancellationToken stop)
    {
        var texts = new HostileTexts(seed: 20261122, inputs);
        var folder = Directory.CreateTempSubdirectory("bot-hostile-");
        var options = new BotApiOptions { RememberedCalls = 1000 };
        await using var telegram = await BotApiServer.StartAsync(options, stop);
        for (var user = 1; user <= Chats; user++) telegram.AddUser(user);
        using var bot = RunningBot.Start(telegram, Path.Combine(folder.FullName, "bot.db"), RunningBot.Unlimited);

        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < count; sent++)
        {
            telegram.SendUnchecked(1 + sent % Chats, texts.Next(sent));
            while (sent - telegram.BotMessages > Ahead && watch.Elapsed < Patience) await Task.Delay(5, stop);
        }
        while (telegram.BotMessages < count && watch.Elapsed < Patience) await Task.Delay(20, stop);

        var unanswered = Ledger.Unanswered(telegram, Chats);
        Console.WriteLine($"{count} texts, {texts.Given} of them given, in {watch.Elapsed.TotalSeconds:F0} s; read back by {options.Parser.GetType().Name}");
        Console.WriteLine($"unanswered: {unanswered.Count}; errors logged: {bot.ErrorsLogged}");
        foreach (var message in unanswered.Take(5)) Console.WriteLine($"  {string.Concat(message.Text.Take(60).Select(c => c is > ' ' and < (char)127 ? $"{c}" : $"\\u{(int)c:x4}"))}");
        Console.Write(bot.Errors);
        bot.Kill();
        folder.Delete(recursive: true);
        return unanswered.Count == 0 && bot.ErrorsLogged == 0 ? 0 : 1;
    }
}
