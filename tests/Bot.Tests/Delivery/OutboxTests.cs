using Bot.Delivery;
using Bot.Linguistics;
using Bot.Storage;
using Bot.Telegram;
using Bot.Tests.Support;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class OutboxTests : IDisposable
{
    private readonly Database database = new($"Data Source={Path.Combine(Some.Folder(), "bot.db")}");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Outbox outbox;

    public OutboxTests()
    {
        database.Migrate();
        outbox = new Outbox(database, clock);
    }

    public void Dispose() => database.Dispose();

    private void Add(params OutboxMessage[] messages) => database.InTransaction((connection, transaction) =>
    {
        outbox.Add(connection, transaction, messages);
        return true;
    });

    private static OutboxMessage Answer(long chatId) => new(chatId, new CheckedAnswerContent(Some.AnswerOf("A statement.")));

    private static OutboxMessage Words(long chatId, string key = "help") => new(chatId, OwnWordsContent.Of(key, Language.English));

    private IReadOnlyList<OutboxRow> Claim() => outbox.Exchange([], waiting => waiting);

    private IReadOnlyList<OutboxRow> Settle(params SendResult[] results) => outbox.Exchange(results, waiting => waiting);

    [Fact]
    public void A_chats_messages_go_one_after_the_other()
    {
        Add(Words(1), Words(1, "new"), Words(2));

        Assert.Equal([1, 2], Claim().Select(row => row.ChatId).Order());
        Assert.Empty(Claim());
    }

    [Fact]
    public void The_next_goes_once_the_one_before_is_delivered()
    {
        Add(Answer(1), Words(1, "new"));

        var next = Settle(new Delivered(Claim().Single(), MessageId: 5)).Single();

        Assert.Equal("new", Assert.IsType<OwnWordsContent>(next.ReadContent()).Key);
        using var connection = database.Open();
        Assert.Equal(5, connection.ExecuteScalar<int>("SELECT message_id FROM deliveries"));
    }

    [Fact]
    public void Sent_or_given_up_the_bots_own_words_are_not_kept()
    {
        Add(Words(1), Words(2));
        var rows = Claim();

        Settle(new Delivered(rows[0], MessageId: 5), new GivenUp(rows[1], "blocked"));

        using var connection = database.Open();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public void A_chat_that_has_to_wait_keeps_nobody_else_waiting()
    {
        Add(Words(1), Words(2));

        Assert.Equal(2, outbox.Exchange([], waiting => waiting.Where(chat => chat != 1)).Single().ChatId);
    }

    [Fact]
    public void The_longest_waiting_chat_comes_first()
    {
        Add(Words(9), Words(1), Words(9));
        List<long> offered = [];

        outbox.Exchange([], waiting =>
        {
            offered = [.. waiting];
            return [];
        });

        Assert.Equal([9, 1], offered);
    }

    [Fact]
    public void What_a_crashed_sender_held_is_sent_after_its_lease()
    {
        Add(Words(1));
        Assert.Single(Claim());

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(2, Claim().Single().Attempts);
    }

    [Fact]
    public void What_a_sender_that_is_no_more_held_is_taken_over_at_start_and_known_to_be_uncertain()
    {
        Add(Words(1), Words(2), Words(2));
        Assert.Equal(2, Claim().Count);

        Assert.Equal(2, outbox.TakeOver());

        Assert.All(Claim(), row => Assert.Equal((2, 1), (row.Attempts, row.Uncertain)));
    }

    [Fact]
    public void A_message_given_up_makes_room_for_the_next()
    {
        Add(Words(1), Words(1, "new"));

        Assert.Single(Settle(new GivenUp(Claim().Single(), "blocked")));
    }

    [Fact]
    public void A_revision_replaces_the_message_wherever_that_went()
    {
        Add(Answer(1));
        var first = Claim().Single();
        Settle(new Delivered(first, MessageId: 41));

        Add(Words(1, "new") with { Revises = first.Id });

        Assert.Equal(41, Claim().Single().Edits);
    }

    [Fact]
    public void A_revision_of_what_never_arrived_is_sent_anew()
    {
        Add(Words(1));
        var first = Claim().Single();
        Settle(new GivenUp(first, "blocked"));

        Add(Words(1, "new") with { Revises = first.Id });

        Assert.Null(Claim().Single().Edits);
    }

    [Fact]
    public void What_waits_for_a_group_goes_to_the_supergroup_it_becomes()
    {
        Add(Words(-1) with { ReplyTo = 7 }, Words(-1, "new"));

        var next = Settle(new Moved(Claim().Single(), -1001)).Single();

        Assert.Equal((-1001L, null), (next.ChatId, next.ReplyTo));
    }

    [Fact]
    public void An_answer_comes_out_of_the_table_as_it_went_in()
    {
        var answer = Some.SeedAnswer("Does Putin agree to European peacekeepers?");

        var read = Assert.IsType<CheckedAnswerContent>(OutboxContent.FromJson(new CheckedAnswerContent(answer).ToJson()));

        Assert.Equal(AnswerHtml.Render(answer, Repository.Library.Texts), read.Html(Repository.Library.Texts));
        Assert.Equivalent(answer, read.Answer);
    }

    [Fact]
    public void Own_words_come_out_of_the_table_with_their_numbers_filled_in()
    {
        var read = OutboxContent.FromJson(OwnWordsContent.Of("flood-seconds", Language.English, ("seconds", "9")).ToJson());

        Assert.Contains("in 9 s", read.Html(Repository.Library.Texts));
    }
}
