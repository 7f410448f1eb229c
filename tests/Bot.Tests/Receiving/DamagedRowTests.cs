using Bot.Tests.Support;

namespace Bot.Tests.Receiving;

/// <summary>Whatever stands in a table, one row keeps nobody else waiting.</summary>
public sealed class DamagedRowTests : IAsyncLifetime
{
    private const string Question = "Who is the Kremlin spokesperson?";

    private TelegramBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TelegramBot.StartAsync();
        bot.Person(1);
        bot.Person(2);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task SomebodyElseIsAnsweredAsync()
    {
        bot.Telegram.SendText(2, Question);
        Assert.Contains("Peskov", (await bot.NextAsync(2)).Text);
    }

    [Fact]
    public async Task Updates_that_cannot_be_read_are_passed_over()
    {
        bot.Change("INSERT INTO inbox (update_id, chat_id, body, received_at) VALUES (1, 1, '{', 1), (2, 5, '[]', 1), (3, 6, '{\"Id\":3,\"Message\":{\"ChatId\":2,\"IsPrivate\":true,\"MessageId\":1,\"From\":2}}', 1)");

        await SomebodyElseIsAnsweredAsync();
        await bot.SaidAsync(2);
    }

    [Fact]
    public async Task A_message_that_cannot_be_written_is_given_up_and_the_next_goes_out()
    {
        bot.Change("INSERT INTO outbox (chat_id, content, created_at) VALUES (1, '{', 1), (1, '{\"$type\":\"card\"}', 1)");
        bot.Telegram.SendText(1, Question);

        Assert.Contains("Peskov", (await bot.NextAsync(1)).Text);
        Assert.Equal(2, bot.Stored<int>("SELECT COUNT(*) FROM outbox WHERE failure IS NOT NULL"));
    }

    [Fact]
    public async Task An_edited_question_whose_answer_is_damaged_is_answered_anew()
    {
        var question = bot.Telegram.SendText(1, Question);
        await bot.NextAsync(1);
        await bot.SaidAsync(1);
        bot.Change("UPDATE outbox SET content = '{\"$type\":\"card\"}'");

        bot.Telegram.EditText(1, question.MessageId, "When is the summit in Brussels?");

        Assert.Contains("March 6", (await bot.NextAsync(1)).Text);
        await SomebodyElseIsAnsweredAsync();
    }
}
