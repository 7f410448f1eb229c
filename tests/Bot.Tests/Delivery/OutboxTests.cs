using Bot.Delivery;
using Bot.Linguistics;
using Bot.Storage;
using Bot.Telegram;
using Bot.Tests.Support;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Bot.Tests.Delivery;

public class OutboxTests
{
    private readonly Database database = new($"Data Source={Path.Combine(Some.Folder(), "bot.db")}");
    private readonly Mock<TimeProvider> clock = new();
    private readonly Outbox outbox;
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public OutboxTests()
    {
        database.Migrate();
        clock.Setup(time => time.GetUtcNow()).Returns(() => now);
        outbox = new Outbox(database, clock.Object);
    }

    private void Add(long chatId, string key = "help") => database.InTransaction((connection, transaction) =>
    {
        outbox.Add(connection, transaction, chatId, null, null, new OwnWordsContent(key, Language.English, []));
        return true;
    });

    [Fact]
    public void A_chats_messages_go_one_after_the_other()
    {
        Add(1);
        Add(1, "new");
        Add(2);

        Assert.Equal([1, 2], outbox.Claim(10).Select(row => row.ChatId));
        Assert.Empty(outbox.Claim(10));
    }

    [Fact]
    public void The_next_goes_once_the_one_before_is_delivered()
    {
        Add(1);
        Add(1, "new");

        outbox.Delivered(outbox.Claim(10).Single(), messageId: 5);

        Assert.Equal("new", Assert.IsType<OwnWordsContent>(outbox.Claim(10).Single().Content).Key);
        using var connection = database.Open();
        Assert.Equal(5, connection.ExecuteScalar<int>("SELECT message_id FROM deliveries"));
    }

    [Fact]
    public void What_a_crashed_sender_held_is_sent_after_its_lease()
    {
        Add(1);
        Assert.Single(outbox.Claim(10));

        now += TimeSpan.FromMinutes(3);

        Assert.Equal(2, outbox.Claim(10).Single().Attempts);
    }

    [Fact]
    public void A_postponed_message_waits_its_time()
    {
        Add(1);
        outbox.Postpone(outbox.Claim(10).Single(), TimeSpan.FromSeconds(30));

        now += TimeSpan.FromSeconds(29);
        Assert.Empty(outbox.Claim(10));
        now += TimeSpan.FromSeconds(1);
        Assert.Single(outbox.Claim(10));
    }

    [Fact]
    public void A_message_given_up_makes_room_for_the_next()
    {
        Add(1);
        Add(1, "new");

        outbox.Fail(outbox.Claim(10).Single(), "blocked");

        Assert.Single(outbox.Claim(10));
    }

    [Fact]
    public void What_a_sender_that_is_no_more_held_is_taken_over_at_start()
    {
        Add(1);
        Assert.Single(outbox.Claim(10));

        outbox.TakeOver();

        Assert.Single(outbox.Claim(10));
    }

    [Fact]
    public async Task A_damaged_row_is_given_up_and_the_next_goes_out()
    {
        Add(1);
        Add(1, "new");
        using (var connection = database.Open()) connection.Execute("UPDATE outbox SET content = '{' WHERE outbox_id = 1");
        var api = new Mock<IBotApi>();
        var sent = new TaskCompletionSource<OutgoingMessage>();
        api.Setup(port => port.SendMessageAsync(It.IsAny<OutgoingMessage>(), It.IsAny<CancellationToken>())).Callback((OutgoingMessage message, CancellationToken _) => sent.TrySetResult(message)).ReturnsAsync(7);
        using var sender = new OutboxSender(outbox, api.Object, Repository.Library.Texts, NullLogger<OutboxSender>.Instance);

        await sender.StartAsync(default);

        Assert.StartsWith("A new conversation", (await sent.Task.WaitAsync(TelegramBot.Patience)).Html);
        await sender.StopAsync(default);
    }

    [Fact]
    public async Task Asked_to_stop_a_message_on_its_way_is_finished_and_not_sent_again()
    {
        Add(1);
        var api = new Mock<IBotApi>();
        var begun = new TaskCompletionSource();
        api.Setup(port => port.SendMessageAsync(It.IsAny<OutgoingMessage>(), It.IsAny<CancellationToken>())).Returns(async (OutgoingMessage _, CancellationToken stop) =>
        {
            begun.SetResult();
            await Task.Delay(300, stop);
            return 7;
        });
        using var sender = new OutboxSender(outbox, api.Object, Repository.Library.Texts, NullLogger<OutboxSender>.Instance);
        await sender.StartAsync(default);
        await begun.Task.WaitAsync(TelegramBot.Patience);

        await sender.StopAsync(default);

        Assert.Empty(outbox.Claim(10));
        using var connection = database.Open();
        Assert.Equal(7, connection.ExecuteScalar<int>("SELECT message_id FROM deliveries"));
    }

    [Fact]
    public void An_answer_comes_out_of_the_table_as_it_went_in()
    {
        var answer = Some.SeedAnswer("Does Putin agree to European peacekeepers?");

        var read = Assert.IsType<CheckedAnswerContent>(OutboxContent.FromJson(new CheckedAnswerContent(answer).ToJson()));

        Assert.Equal(AnswerHtml.Render(answer, Repository.Library.Texts), read.Html(Repository.Library.Texts));
        Assert.Equivalent(answer, read.Answer);
    }

    [Theory]
    [InlineData(429, 17, 1, 17.0)]
    [InlineData(500, null, 1, 1.0)]
    [InlineData(0, null, 4, 8.0)]
    [InlineData(502, null, 30, 300.0)]
    public void What_may_succeed_later_is_tried_later(int code, int? retryAfter, int attempts, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.DelayAfter(new BotApiException(code, "x", retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null), attempts));

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public void What_never_will_succeed_is_not_tried_again(int code) => Assert.Null(RetryPolicy.DelayAfter(new BotApiException(code, "x"), 1));
}
