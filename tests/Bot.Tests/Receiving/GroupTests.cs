using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Receiving;

public sealed class GroupTests : IAsyncLifetime
{
    private const long Group = -1001;
    private const string Question = "Who is the Kremlin spokesperson?";

    private TelegramBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TelegramBot.StartAsync();
        bot.Person(1, "uk");
        bot.Person(2);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.AddBotToGroup(Group, 1);
        await bot.NextAsync(Group);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task<BotMessage> SayAsync(string text, long person = 2, int? replyTo = null)
    {
        bot.Telegram.SendText(person, text, replyTo, Group);
        return await bot.NextAsync(Group);
    }

    [Fact]
    public void Added_to_a_group_it_says_once_in_the_language_of_who_added_it_how_it_works_there()
    {
        var welcome = Assert.Single(bot.Telegram.Messages(Group), message => message.FromBot);

        Assert.Contains("лише тоді, коли мене питають", welcome.Text);
        Assert.Contains("@simulated_bot", welcome.Text);
    }

    [Theory]
    [InlineData("/ask " + Question)]
    [InlineData("/ask@simulated_bot " + Question)]
    [InlineData("/ASK\n" + Question)]
    [InlineData("@simulated_bot " + Question)]
    [InlineData("Hey @Simulated_Bot, " + Question)]
    public async Task It_answers_who_asks_it(string text)
    {
        var sent = bot.Telegram.SendText(2, text, chatId: Group);

        var answer = await bot.NextAsync(Group);

        Assert.Contains("Dmitry Peskov", answer.Text);
        Assert.Equal(sent.MessageId, answer.ReplyToMessageId);
    }

    [Theory]
    [InlineData("Who is the Kremlin spokesperson?")]
    [InlineData("/ask@other_bot " + Question)]
    [InlineData("/start@other_bot")]
    [InlineData("/weather")]
    [InlineData("@simulated_bot2 " + Question)]
    [InlineData("mail me at x@simulated_bot.example")]
    public async Task It_stays_out_of_what_is_not_for_it(string text)
    {
        bot.Telegram.SendText(2, text, chatId: Group);

        Assert.StartsWith("A new conversation", (await SayAsync("/new")).Text);
    }

    [Fact]
    public async Task A_reply_to_its_answer_goes_on_from_there_whoever_asked_first()
    {
        var answer = await SayAsync("/ask " + Question, person: 2);

        Assert.Contains("Dmitry Peskov:", (await SayAsync("What did he say?", person: 1, replyTo: answer.MessageId)).Text);
    }

    [Fact]
    public async Task One_persons_conversation_is_not_anothers()
    {
        await SayAsync("/ask " + Question, person: 2);

        Assert.Contains("Dmitry Peskov:", (await SayAsync("/ask What did he say?", person: 2)).Text);
        Assert.DoesNotContain("Dmitry Peskov:", (await SayAsync("/ask What did he say?", person: 1)).Text);
    }

    [Theory]
    [InlineData("/ask")]
    [InlineData("@simulated_bot")]
    public async Task Called_in_reply_to_somebodys_question_it_answers_that(string call)
    {
        var question = bot.Telegram.SendText(1, Question, chatId: Group);

        Assert.Contains("Dmitry Peskov", (await SayAsync(call, replyTo: question.MessageId)).Text);
    }

    [Fact]
    public async Task Called_without_a_question_it_asks_for_one() => Assert.StartsWith("What would you like to know?", (await SayAsync("/ask")).Text);

    [Fact]
    public async Task An_anonymous_admin_is_answered_and_a_channels_post_is_not()
    {
        bot.Telegram.ForwardFromChannel(Group, -1009, "/ask " + Question);
        bot.Telegram.ServiceMessage(Group, 1);
        bot.Telegram.SendSticker(1, Group);
        var asked = bot.Telegram.SendAnonymously(Group, "/ask " + Question);

        Assert.Equal(asked.MessageId, (await bot.NextAsync(Group)).ReplyToMessageId);
    }

    [Fact]
    public async Task In_a_forum_it_answers_in_the_topic_it_was_asked_in()
    {
        bot.Telegram.AddGroup(-1002, "Forum", GroupKind.Forum);
        bot.Telegram.AddBotToGroup(-1002, 1);
        await bot.NextAsync(-1002);
        var topic = bot.Telegram.CreateTopic(-1002, "News");

        bot.Telegram.SendText(2, "/ask " + Question, chatId: -1002, threadId: topic);

        Assert.Equal(topic, (await bot.NextAsync(-1002)).ThreadId);
    }

    [Fact]
    public async Task Removed_from_a_group_it_forgets_the_group()
    {
        await SayAsync("/ask " + Question);
        Assert.NotEqual(0, bot.Stored<int>("SELECT COUNT(*) FROM outbox WHERE chat_id = -1001"));

        bot.Telegram.RemoveBotFromGroup(Group, 1);
        await bot.SaidAsync(Group);

        Assert.Equal(0, bot.Stored<int>("SELECT (SELECT COUNT(*) FROM outbox WHERE chat_id = -1001) + (SELECT COUNT(*) FROM turns WHERE chat_id = -1001) + (SELECT COUNT(*) FROM deliveries WHERE chat_id = -1001)"));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_is_followed_with_its_conversations()
    {
        bot.Telegram.AddGroup(-5, kind: GroupKind.Basic);
        bot.Telegram.AddBotToGroup(-5, 2);
        await bot.NextAsync(-5);
        bot.Telegram.SendText(2, "/ask " + Question, chatId: -5);
        await bot.NextAsync(-5);

        bot.Telegram.MigrateGroup(-5, -1005);
        bot.Telegram.SendText(2, "/ask What did he say?", chatId: -1005);

        Assert.Contains("Dmitry Peskov:", (await bot.NextAsync(-1005)).Text);
    }

    [Fact]
    public async Task An_answer_on_its_way_to_a_group_that_moved_arrives_where_it_moved_to()
    {
        bot.Telegram.AddGroup(-6, kind: GroupKind.Basic);
        bot.Telegram.AddBotToGroup(-6, 2);
        await bot.NextAsync(-6);
        bot.Telegram.Faults.Add(new Fault(FaultKind.ServerError, "sendMessage", -6));

        bot.Telegram.SendText(2, "/ask " + Question, chatId: -6);
        bot.Telegram.MigrateGroup(-6, -1006);

        Assert.Contains("Dmitry Peskov", (await bot.NextAsync(-1006)).Text);
    }
}
