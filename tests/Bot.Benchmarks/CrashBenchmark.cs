using System.Diagnostics;
using System.Text.Json;
using BotApi.Simulator;
using ModelApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>The bot is killed again and again while people ask, a model writes if one is wanted, and Telegram fails at random.</summary>
internal static class CrashBenchmark
{
    private const int Chats = 300;
    private const long Group = -1001;
    private const double FaultShare = 0.03;

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(4);

    /// <summary>A model answers so many fewer.</summary>
    private static readonly TimeSpan BetweenQuestionsToModel = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan ModelTakes = TimeSpan.FromMilliseconds(300);

    /// <summary>A message sent earlier than this before a kill is marked by then, and must not come again.</summary>
    private static readonly TimeSpan MarkedWithin = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly FaultKind[] Faults = [FaultKind.ServerError, FaultKind.BadGateway, FaultKind.CutBeforeWork, FaultKind.CutAfterWork, FaultKind.TooManyRequests, FaultKind.Stall];

    public static async Task<int> RunAsync(int kills, bool withModel, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("bot-crash-");
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { RememberedCalls = 2_000_000 }, stop);
        for (var user = 1; user <= Chats; user++) telegram.AddUser(user);
        telegram.Faults.Random(seed: 7, FaultShare, Faults);
        await using var model = withModel ? await ModelServer.StartAsync(request => AnswersFromPassages.Honest(request).After(ModelTakes)) : null;
        (string, string)[] settings = model is null ? RunningBot.Unlimited : [.. RunningBot.Unlimited, ("Model:Endpoint", model.Endpoint.AbsoluteUri), ("Model:Name", model.ChatModel), ("Model:ApiKey", model.ApiKey), ("Answers:Reuse", "false"), ("Limits:TokensPerDay", "0"), ("Limits:TokensPerPersonPerDay", "0")];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asking = AskAsync(telegram, withModel ? BetweenQuestionsToModel : BetweenQuestions, enough.Token);

        var (random, killed, errors) = (new Random(7), new List<Kill>(), 0L);
        for (var kill = 0; kill < kills; kill++)
        {
            using var bot = RunningBot.Start(telegram, Path.Combine(folder.FullName, "bot.db"), settings);
            // Until it answers, and then for a moment longer.
            var before = telegram.BotMessages;
            while (telegram.BotMessages == before) await Task.Delay(10, stop);
            await Task.Delay(random.Next(50, 1500), stop);
            var began = DateTimeOffset.UtcNow;
            bot.Kill();
            // What the dead process had handed to the network still arrives.
            await Task.Delay(200, stop);
            killed.Add(new Kill(began, DateTimeOffset.UtcNow));
            errors += bot.ErrorsLogged;
        }
        await enough.CancelAsync();
        var asked = await asking;
        telegram.Faults.Clear();
        using var last = RunningBot.Start(telegram, Path.Combine(folder.FullName, "bot.db"), settings);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience && Ledger.Unanswered(telegram, Chats).Count > 0) await Task.Delay(500, stop);
        await Task.Delay(1000, stop);

        var unanswered = Ledger.Unanswered(telegram, Chats).Count;
        var (lost, cut, unexplained, longest) = Explain(telegram, killed);
        Console.WriteLine($"{killed.Count} times killed, {asked} questions, faults: {string.Join(", ", telegram.Faults.Happened.Where(fault => fault.Value > 0).Select(fault => $"{fault.Value} {fault.Key}"))}");
        Console.WriteLine($"unanswered: {unanswered}; answered again: {lost} whose receipt Telegram lost, {cut} on their way when the bot was killed (sent at most {longest.TotalMilliseconds:F0} ms before), {unexplained} unexplained; errors logged: {errors + last.ErrorsLogged}");
        if (model is not null) Console.WriteLine($"{telegram.Calls("sendMessageDraft").Count} drafts; {model.Requests.Count} calls of the model, {model.MostInFlight} at a time");
        Console.Write(last.Errors);
        last.Kill();
        folder.Delete(recursive: true);
        return unanswered + unexplained == 0 ? 0 : 1;
    }

    /// <summary>Questions, and between them what else people do: they vote, edit what they asked, choose a language, ask in a group.</summary>
    private static async Task<int> AskAsync(BotApiServer telegram, TimeSpan pause, CancellationToken stop)
    {
        telegram.AddGroup(Group);
        telegram.AddBotToGroup(Group, 1);
        var (asked, random) = (0, new Random(11));
        while (!stop.IsCancellationRequested)
        {
            var chat = 1 + asked % Chats;
            telegram.SendText(chat, Questions.Number(asked++));
            var other = 1 + random.Next(Chats);
            switch (random.Next(20))
            {
                case 0 when telegram.Messages(other).LastOrDefault(message => message.Keyboard is not null) is { } answer:
                    telegram.Press(other, answer.MessageId, answer.Keyboard!.Buttons.First().CallbackData!);
                    break;
                case 1 when telegram.Messages(other).LastOrDefault(message => !message.FromBot) is { } question:
                    telegram.EditText(other, question.MessageId, Questions.Number(asked) + " edited");
                    break;
                case 2:
                    telegram.SendText(other, "/ask " + Questions.Number(asked), chatId: Group);
                    break;
            }
            await Task.Delay(pause, CancellationToken.None);
        }
        return asked;
    }

    /// <summary>From the signal until nothing of the process can arrive any more.</summary>
    private sealed record Kill(DateTimeOffset From, DateTimeOffset Until);

    /// <summary>Of every two answers to one question, why the second was sent: the first one's receipt was lost, or the bot died before it could mark the first.</summary>
    private static (int Lost, int Cut, int Unexplained, TimeSpan Longest) Explain(BotApiServer telegram, IReadOnlyList<Kill> killed)
    {
        var twice = telegram.Calls("sendMessage").Where(call => call.MessageId is not null && call.Json.Contains("reply_parameters", StringComparison.Ordinal)).GroupBy(Question).SelectMany(calls => calls.Zip(calls.Skip(1))).ToList();
        var beforeKill = twice.Where(pair => pair.First.Fault is null)
            .Select(pair => killed.Where(kill => kill.Until >= pair.First.Time && kill.From <= pair.Second.Time).Select(kill => kill.From - pair.First.Time).DefaultIfEmpty(TimeSpan.MaxValue).Min()).ToList();
        var cut = beforeKill.Where(gap => gap < MarkedWithin).ToList();
        return (twice.Count - beforeKill.Count, cut.Count, beforeKill.Count - cut.Count, cut.DefaultIfEmpty().Max());
    }

    private static (long, int) Question(ReceivedCall call)
    {
        using var json = JsonDocument.Parse(call.Json);
        var root = json.RootElement;
        return (Number(root.GetProperty("chat_id")), (int)Number(root.GetProperty("reply_parameters").GetProperty("message_id")));

        static long Number(JsonElement value) => value.ValueKind == JsonValueKind.String ? long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetInt64();
    }
}
