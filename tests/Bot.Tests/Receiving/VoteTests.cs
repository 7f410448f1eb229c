using Bot.Tests.Support;

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
        var up = bot.Telegram.Press(1, answer.MessageId, "vote:up");
        Assert.StartsWith("Thank you", (await bot.Telegram.AnswerToAsync(up, TelegramBot.Patience)).Text);
        Assert.Equal(1, bot.Stored<int>("SELECT SUM(vote) FROM votes"));

        var down = bot.Telegram.Press(1, answer.MessageId, "vote:down");
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
    public async Task A_press_that_Telegram_has_forgotten_is_no_fault()
    {
        var answer = await bot.Person().AskAsync("Who is the Kremlin spokesperson?");
        bot.Telegram.Faults.Add(new BotApi.Simulator.Fault(BotApi.Simulator.FaultKind.BadRequest, "answerCallbackQuery", description: "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        bot.Telegram.Press(1, answer.MessageId, "vote:up");

        await bot.SaidAsync(1);

        Assert.Equal(1, bot.Stored<int>("SELECT SUM(vote) FROM votes"));
    }
}
