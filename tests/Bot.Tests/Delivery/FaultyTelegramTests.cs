using Bot.Configuration;
using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Delivery;

/// <summary>What people get when Telegram, or the way to it, is at fault.</summary>
public sealed class FaultyTelegramTests : IAsyncLifetime
{
    private const string Question = "Who is the Kremlin spokesperson?";

    private TelegramBot bot = null!;

    public async Task InitializeAsync() => bot = await TelegramBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private void Fail(FaultKind kind, long? chatId = 1, int times = 1, TimeSpan? duration = null, string? description = null) =>
        bot.Telegram.Faults.Add(new Fault(kind, "sendMessage", chatId, times, duration, description));

    /// <summary>How many messages Telegram refused for flood.</summary>
    private int Refused => bot.Telegram.Calls("sendMessage").Count(call => call.Fault == FaultKind.TooManyRequests);

    private int AnswersTo(long chat) => bot.Telegram.Messages(chat).Count(message => message.FromBot);

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.CutBeforeWork)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.Unauthorized)]
    public async Task The_answer_arrives_once_the_fault_is_over(FaultKind kind)
    {
        var person = bot.Person();
        Fail(kind, duration: TimeSpan.FromSeconds(1));

        Assert.Contains("Dmitry Peskov", (await person.AskAsync(Question)).Text);
        Assert.Single(await bot.SaidAsync(1));
    }

    [Fact]
    public async Task Telegrams_wish_to_wait_is_respected_for_the_chat_and_nobody_else_waits()
    {
        bot.Person(1);
        Fail(FaultKind.TooManyRequests, duration: TimeSpan.FromSeconds(5));
        bot.Telegram.SendText(1, Question);
        var started = DateTimeOffset.UtcNow;

        await bot.Person(2).AskAsync(Question);
        Assert.Equal(0, AnswersTo(1));
        await bot.NextAsync(1);

        Assert.True(DateTimeOffset.UtcNow - started > TimeSpan.FromSeconds(4.9));
        Assert.Equal(1, Refused);
    }

    [Fact]
    public async Task When_the_whole_bot_is_asked_to_wait_it_stops_asking_after_two_chats()
    {
        for (var user = 1; user <= 40; user++) bot.Person(user);
        Fail(FaultKind.TooManyRequests, chatId: null, duration: TimeSpan.FromSeconds(3));
        bot.Telegram.SendText(1, Question);
        bot.Telegram.SendText(2, Question);
        await TelegramBot.UntilAsync(() => bot.Stored<int>("SELECT COUNT(*) FROM outbox WHERE attempts = 1 AND lease_until = 0") == 2);
        for (var user = 3; user <= 40; user++) bot.Telegram.SendText(user, Question);

        for (var user = 1; user <= 40; user++) await bot.NextAsync(user);

        Assert.Equal(2, Refused);
    }

    [Fact]
    public async Task An_answer_whose_receipt_was_lost_comes_again_and_is_known_to_be_uncertain()
    {
        bot.Person();
        Fail(FaultKind.CutAfterWork);
        bot.Telegram.SendText(1, Question);
        var first = await bot.NextAsync(1);

        Assert.Equal(first.Text, (await bot.NextAsync(1)).Text);
        Assert.Equal(1, bot.Stored<int>("SELECT uncertain FROM outbox WHERE chat_id = 1"));
    }

    [Theory]
    [InlineData(FaultKind.Forbidden, "Forbidden: bot was blocked by the user")]
    [InlineData(FaultKind.Forbidden, "Forbidden: user is deactivated")]
    [InlineData(FaultKind.BadRequest, "Bad Request: chat not found")]
    public async Task What_can_never_arrive_is_recorded_and_not_tried_again(FaultKind kind, string description)
    {
        bot.Person(1);
        Fail(kind, description: description);
        bot.Telegram.SendText(1, Question);

        Assert.Empty(await bot.SaidAsync(1));
        Assert.EndsWith(description, bot.Stored<string>("SELECT failure FROM outbox WHERE chat_id = 1"));
        Assert.Single(bot.Telegram.Calls("sendMessage"), call => call.Json.Contains("\"chat_id\":1,"));
    }

    [Fact]
    public async Task Markup_that_Telegram_refuses_arrives_as_plain_words()
    {
        var person = bot.Person();
        Fail(FaultKind.BadRequest, description: "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0");

        var answer = await person.AskAsync(Question);

        Assert.Contains("Dmitry Peskov", answer.Text);
        Assert.DoesNotContain("<", answer.Text);
        Assert.DoesNotContain(answer.Entities, entity => entity.Type is "bold" or "expandable_blockquote");
    }

    [Fact]
    public async Task A_chats_answers_keep_their_order_through_faults()
    {
        bot.Person();
        bot.Telegram.Faults.Random(7, 0.3, FaultKind.ServerError, FaultKind.CutBeforeWork);
        for (var message = 0; message < 6; message++) bot.Telegram.SendText(1, message % 2 == 0 ? "/help" : "/new");

        for (var message = 0; message < 6; message++)
            Assert.StartsWith(message % 2 == 0 ? "Write a question" : "A new conversation", (await bot.NextAsync(1)).Text);
    }

    [Fact]
    public async Task A_chat_whose_answer_stalls_keeps_nobody_else_waiting()
    {
        bot.Person(1);
        Fail(FaultKind.Stall, duration: TimeSpan.FromSeconds(8));
        bot.Telegram.SendText(1, Question);

        for (var user = 2; user < 10; user++) await bot.Person(user).AskAsync(Question);

        Assert.Equal(0, AnswersTo(1));
    }

    [Fact]
    public async Task Who_waits_longer_than_a_moment_sees_that_the_bot_is_typing()
    {
        await using var slow = await TelegramBot.StartAsync(settings => settings with { Telegram = settings.Telegram with { ChatMessagesPerSecond = 1 } });
        slow.Person(1);
        for (var message = 0; message < 6; message++) slow.Telegram.SendText(1, "/help");

        for (var message = 0; message < 6; message++) await slow.NextAsync(1);

        Assert.NotEmpty(slow.Telegram.Calls("sendChatAction"));
    }

    [Fact]
    public async Task The_limits_that_Telegram_sets_are_never_met()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc", Limits = new TelegramLimits() });
        await using var paced = await TelegramBot.StartAsync(settings => settings with { Telegram = settings.Telegram with { MessagesPerSecond = 30, ChatMessagesPerSecond = 1, GroupMessagesPerMinute = 20 } }, telegram: telegram);
        for (var user = 1; user <= 90; user++)
        {
            paced.Person(user);
            telegram.SendText(user, "/help");
        }

        for (var user = 1; user <= 90; user++) await paced.NextAsync(user);

        Assert.Equal(0, telegram.FloodRefusals);
    }
}
