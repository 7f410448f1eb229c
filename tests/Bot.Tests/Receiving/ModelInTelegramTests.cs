using System.Text.Json;
using Bot.Tests.Support;
using BotApi.Simulator;
using ModelApi.Simulator;

namespace Bot.Tests.Receiving;

public class ModelInTelegramTests
{
    /// <summary>Two verbatim sentences of the first passage, written slowly.</summary>
    private static TextReply TwoSentences(ChatRequest request, TimeSpan pause)
    {
        var passage = JsonDocument.Parse(request.LastUserMessage.Split('\n').First(line => line.StartsWith("{\"id\":", StringComparison.Ordinal))).RootElement;
        var sentences = Some.Document(passage.GetProperty("text").GetString()!).Sentences.Where(sentence => !sentence.IsHeading).Take(2).Select(sentence => sentence.Text).ToList();
        return ModelReply.Text(JsonSerializer.Serialize(new
        {
            status = "answered",
            statements = sentences.Select(sentence => new { text = sentence, speaker = (string?)null, citations = new[] { new { passage = "p1", quote = sentence } } }),
        })).InPieces(60, pause);
    }

    [Fact]
    public async Task In_a_private_chat_the_answer_grows_before_it_is_sent()
    {
        await using var model = await ModelBot.StartAsync(request => TwoSentences(request, TimeSpan.FromMilliseconds(400)));
        await using var bot = await TelegramBot.StartAsync(library: model.Library);

        var answer = await bot.Person().AskAsync("Does Putin agree to European peacekeepers?");
        await Task.Delay(TimeSpan.FromSeconds(1));

        var previews = bot.Telegram.Calls("sendMessageDraft").Select(call => JsonDocument.Parse(call.Json).RootElement.GetProperty("text").GetString()!).ToList();
        Assert.Equal("", previews[0]);
        Assert.InRange(previews.Count, 2, 10);
        Assert.Contains("<blockquote", previews[^1]);
        Assert.Contains("[1]", answer.Text);
        Assert.True(bot.Telegram.Calls("sendMessage").Max(call => call.Time) >= bot.Telegram.Calls("sendMessageDraft").Max(call => call.Time));
    }

    [Fact]
    public async Task Where_previews_are_refused_the_answer_comes_all_the_same()
    {
        await using var model = await ModelBot.StartAsync(request => TwoSentences(request, TimeSpan.FromMilliseconds(50)));
        await using var bot = await TelegramBot.StartAsync(library: model.Library);
        bot.Telegram.Faults.Add(new Fault(FaultKind.BadRequest, "sendMessageDraft", times: 100));

        Assert.Contains("[1]", (await bot.Person().AskAsync("Does Putin agree to European peacekeepers?")).Text);
        Assert.Single(bot.Telegram.Calls("sendMessageDraft"));
    }

    [Fact]
    public async Task Who_asks_the_model_does_not_keep_the_others_waiting()
    {
        await using var model = await ModelBot.StartAsync(request => ((TextReply)TwoSentences(request, TimeSpan.Zero)).After(TimeSpan.FromSeconds(3)));
        await using var bot = await TelegramBot.StartAsync(library: model.Library);
        bot.Person(1);
        bot.Telegram.SendText(1, "Does Putin agree to European peacekeepers?");
        await TelegramBot.UntilAsync(() => model.Server.InFlight == 1);

        var help = await bot.Person(2).AskAsync("/help");

        Assert.Contains("/sources", help.Text);
        Assert.Equal(1, model.Server.InFlight);
        Assert.Contains("[1]", (await bot.NextAsync(1)).Text);
    }

    [Fact]
    public async Task What_one_person_asks_is_answered_in_order()
    {
        await using var model = await ModelBot.StartAsync(request => ((TextReply)TwoSentences(request, TimeSpan.Zero)).After(TimeSpan.FromMilliseconds(500)));
        await using var bot = await TelegramBot.StartAsync(library: model.Library);
        bot.Person(1);

        bot.Telegram.SendText(1, "Does Putin agree to European peacekeepers?");
        bot.Telegram.SendText(1, "/help");

        Assert.Contains("[1]", (await bot.NextAsync(1)).Text);
        Assert.Contains("/sources", (await bot.NextAsync(1)).Text);
    }

    [Fact]
    public async Task Stopped_while_the_model_writes_the_bot_answers_after_the_next_start()
    {
        await using var stalled = await ModelBot.StartAsync(_ => ModelReply.Stalls());
        var bot = await TelegramBot.StartAsync(library: stalled.Library);
        bot.Person(1);
        bot.Telegram.SendText(1, "Does Putin agree to European peacekeepers?");
        await TelegramBot.UntilAsync(() => stalled.Server.InFlight == 1);
        await bot.StopAsync();

        await using var again = await TelegramBot.StartAsync(database: bot.Database, telegram: bot.Telegram);

        Assert.Contains("[1]", (await again.NextAsync(1)).Text);
    }

    [Fact]
    public async Task Who_has_used_up_the_tokens_of_a_day_gets_verbatim_sentences_until_the_next()
    {
        await using var model = await ModelBot.StartAsync(request => TwoSentences(request, TimeSpan.Zero));
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = settings.Limits with { TokensPerPersonPerDay = 1 } }, library: model.Library);

        await bot.Person(1).AskAsync("Does Putin agree to European peacekeepers?");
        await bot.Person(1).AskAsync("What did Macron say about a quick deal?");
        await bot.Person(2).AskAsync("What did Macron say about a quick deal?");

        Assert.Equal(2, model.Server.Requests.Count);
        Assert.Equal(3, bot.Stored<int>("SELECT COUNT(*) FROM model_use"));
        await bot.Person(1).AskAsync("/forget");
        Assert.Equal(2, bot.Stored<int>("SELECT COUNT(*) FROM model_use"));
    }

    [Fact]
    public async Task Once_all_together_have_used_them_up_the_model_rests()
    {
        await using var model = await ModelBot.StartAsync(request => TwoSentences(request, TimeSpan.Zero));
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = settings.Limits with { TokensPerDay = 1 } }, library: model.Library);

        await bot.Person(1).AskAsync("Does Putin agree to European peacekeepers?");

        Assert.Contains("[1]", (await bot.Person(2).AskAsync("What did Macron say about a quick deal?")).Text);
        Assert.Single(model.Server.Requests);
    }
}
