using Bot.Receiving;
using Bot.Storage;
using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Receiving;

public sealed class VoteTests : IAsyncLifetime
{
    private TelegramBot bot = null!;

    public async Task InitializeAsync() => bot = await TelegramBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_thumb_under_an_answer_is_thanked_for_and_counted_and_may_be_turned()
    {
        var answer = await bot.Person().AskAsync("Who is the Kremlin spokesperson?");
        var up = bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👍"));
        Assert.StartsWith("Thank you", (await bot.Telegram.AnswerToAsync(up, TelegramBot.Patience)).Text);
        Assert.Equal(1, bot.Stored<int>("SELECT SUM(vote) FROM votes"));

        var down = bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👎"));
        await bot.Telegram.AnswerToAsync(down, TelegramBot.Patience);

        Assert.Equal((1, -1), bot.Stored<(int, int)>("SELECT COUNT(*), SUM(vote) FROM votes"));
    }

    [Fact]
    public async Task What_the_sources_do_not_say_can_be_voted_on_and_small_talk_cannot()
    {
        Assert.NotNull((await bot.Person().AskAsync("What is the capital of France?")).Keyboard);
        Assert.Null((await bot.Person().AskAsync("hello")).Keyboard);
    }

    [Fact]
    public async Task A_vote_for_what_was_forgotten_counts_for_nothing_and_stops_nobody()
    {
        var answer = await bot.Person(1).AskAsync("Who is the Kremlin spokesperson?");
        await bot.Person(1).AskAsync("/forget");
        bot.Telegram.Faults.Add(new Fault(FaultKind.Stall, "sendMessage", 1, 1, TimeSpan.FromSeconds(1)));
        bot.Telegram.SendText(1, "When is the summit in Brussels?");
        await TelegramBot.UntilAsync(() => bot.Stored<int>("SELECT COUNT(*) FROM outbox WHERE lease_until > 0 AND finished_at IS NULL") == 1);

        bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👎"));

        await bot.SaidAsync(1);
        Assert.Equal(0, bot.Stored<int>("SELECT COUNT(*) FROM votes"));
    }

    [Fact]
    public async Task A_vote_on_an_answer_whose_asker_is_forgotten_meanwhile_stops_nobody()
    {
        bot.Person(1);
        bot.Telegram.Faults.Add(new Fault(FaultKind.CutAfterWork, "sendMessage", 1));
        bot.Telegram.SendText(1, "When is the summit in Brussels?");
        var answer = await bot.NextAsync(1);
        bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👍"));
        bot.Telegram.SendText(1, "/forget");

        await bot.SaidAsync(1);

        Assert.Equal(0, bot.Stored<int>("SELECT (SELECT COUNT(*) FROM votes) + (SELECT COUNT(*) FROM outbox)"));
    }

    [Fact]
    public async Task A_vote_made_up_for_another_chats_answer_counts_for_nothing()
    {
        var theirs = await bot.Person(2).AskAsync("When is the summit in Brussels?");
        await bot.SaidAsync(2);
        using var connection = new Database($"Data Source={bot.Database}").Open();

        Vote.In(TelegramBot.Button(theirs, "👎"))!.Value.Count(connection, connection.BeginTransaction(), chatId: 1, "somebody", DateTimeOffset.UtcNow);

        Assert.Equal(0, bot.Stored<int>("SELECT COUNT(*) FROM votes"));
    }

    [Fact]
    public async Task A_press_that_Telegram_has_forgotten_is_no_fault()
    {
        var answer = await bot.Person().AskAsync("Who is the Kremlin spokesperson?");
        bot.Telegram.Faults.Add(new Fault(FaultKind.BadRequest, "answerCallbackQuery", description: "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👍"));

        await bot.SaidAsync(1);

        Assert.Equal(1, bot.Stored<int>("SELECT SUM(vote) FROM votes"));
    }
}
