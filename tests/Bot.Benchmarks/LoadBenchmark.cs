using System.Diagnostics;
using BotApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>A thousand people ask without a pause, as fast as answers come: what the whole way sustains.</summary>
internal static class LoadBenchmark
{
    private const int Chats = 1000;

    /// <summary>Questions that Telegram holds ready for the bot; fewer would let it run dry, more would only wait.</summary>
    private const int Ahead = 3000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const int LeastPerSecond = 1000;
    private const int MostMegabytes = 250;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(int questions, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { RememberedCalls = 1000 }, stop);
        for (var user = 1; user <= Chats; user++) telegram.AddUser(user);
        using var bot = RunningBot.Start(telegram, Path.Combine(folder.FullName, "bot.db"), RunningBot.Unlimited);

        var watch = Stopwatch.StartNew();
        var asked = 0;
        var (rates, memory) = (new List<double>(), new List<double>());
        var (lastSecond, lastAnswers) = (TimeSpan.Zero, 0);
        var (warmAt, warmAnswers, warmProcessor) = (TimeSpan.Zero, 0, TimeSpan.Zero);
        var answers = 0;
        while (answers < questions && watch.Elapsed < Patience)
        {
            for (; asked < questions && asked - answers < Ahead; asked++) telegram.SendText(1 + asked % Chats, Questions.Number(asked));
            await Task.Delay(10, stop);
            answers = telegram.BotMessages;
            if (answers > 0 && warmAt == TimeSpan.Zero && watch.Elapsed > WarmUp) (warmAt, warmAnswers, warmProcessor) = (watch.Elapsed, answers, bot.ProcessorTime);
            if (watch.Elapsed - lastSecond < TimeSpan.FromSeconds(1)) continue;
            rates.Add((answers - lastAnswers) / (watch.Elapsed - lastSecond).TotalSeconds);
            memory.Add(bot.MemoryMegabytes);
            (lastSecond, lastAnswers) = (watch.Elapsed, answers);
        }

        var took = watch.Elapsed - warmAt;
        var perSecond = (answers - warmAnswers) / took.TotalSeconds;
        Console.WriteLine($"{perSecond:F0} questions answered a second, over {took.TotalSeconds:F0} s after {WarmUp.TotalSeconds:F0} s of warm-up; {Chats} chats, {answers} of {questions} answered");
        Console.WriteLine($"second by second: {string.Join(' ', rates.Select(rate => $"{rate:F0}"))}");
        Console.WriteLine($"the bot's processor time: {(bot.ProcessorTime - warmProcessor).TotalMilliseconds * 1000 / Math.Max(1, answers - warmAnswers):F0} µs a question");
        Console.WriteLine($"the bot's memory: {memory.DefaultIfEmpty().Max():F0} MB at most; at the ends of thirds {string.Join(", ", Enumerable.Range(1, 3).Select(third => $"{memory[(memory.Count * third / 3) - 1]:F0} MB"))}");
        var (unanswered, twice) = (Ledger.Unanswered(telegram, Chats).Count, Ledger.Repeated(telegram, Chats));
        Console.WriteLine($"unanswered: {unanswered}; answered more than once: {twice}; errors logged: {bot.ErrorsLogged}");
        Console.Write(bot.Errors);
        bot.Kill();
        folder.Delete(recursive: true);
        return unanswered + twice == 0 && bot.ErrorsLogged == 0 && perSecond >= LeastPerSecond && memory.Max() <= MostMegabytes ? 0 : 1;
    }
}
