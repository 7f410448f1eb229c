using Bot.Storage;
using Bot.Tests.Support;
using Dapper;

namespace Bot.Tests.Receiving;

public sealed class ConversationInTelegramTests : IAsyncLifetime
{
    private TelegramBot bot = null!;

    public async Task InitializeAsync() => bot = await TelegramBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_question_is_answered_in_reply_with_speakers_quotes_and_sources()
    {
        var answer = await bot.Person().AskAsync("Does Putin agree to European peacekeepers?");

        Assert.Contains("He has no problem with it", answer.Text);
        Assert.Contains("undated; describes late February 2025 (inferred)", answer.Text);
        Assert.NotNull(answer.ReplyToMessageId);
        Assert.Contains(answer.Entities, entity => entity.Type == "bold" && answer.Text.Substring(entity.Offset, entity.Length) == "Donald Trump:");
        Assert.Contains(answer.Entities, entity => entity.Type == "expandable_blockquote");
    }

    [Theory]
    [InlineData("Хто речник Кремля?", "Джерела")]
    [InlineData("Кто пресс-секретарь Кремля?", "Источники")]
    [InlineData("Who is the Kremlin spokesperson?", "Sources")]
    public async Task The_frame_of_an_answer_is_in_the_askers_language(string question, string word)
    {
        var answer = await bot.Person().AskAsync(question);

        Assert.Contains("spokesperson Dmitry Peskov", answer.Text);
        Assert.Contains(word, answer.Text);
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_question_before_until_a_new_conversation_begins()
    {
        var person = bot.Person();
        await person.AskAsync("Who is the Kremlin spokesperson?");

        Assert.Contains("Dmitry Peskov:", (await person.AskAsync("What did he say?")).Text);
        await person.AskAsync("/new");
        Assert.DoesNotContain("Dmitry Peskov:", (await person.AskAsync("What did he say?")).Text);
    }

    [Fact]
    public async Task One_persons_conversation_is_not_anothers()
    {
        await bot.Person(1).AskAsync("Who is the Kremlin spokesperson?");

        Assert.DoesNotContain("Dmitry Peskov:", (await bot.Person(2).AskAsync("What did he say?")).Text);
    }

    [Fact]
    public async Task The_chosen_language_is_that_of_the_bots_own_words()
    {
        var person = bot.Person(languageCode: "en");
        var choice = await person.AskAsync("/language");

        bot.Telegram.Press(1, choice.MessageId, "language:uk");
        var chosen = await bot.Telegram.WaitForMessageAsync(1, 0, message => message.MessageId == choice.MessageId && message.EditDate is not null, TelegramBot.Patience);

        Assert.Equal("Говоритиму українською.", chosen.Text);
        Assert.Null(chosen.Keyboard);
        Assert.StartsWith("Напишіть запитання", (await person.AskAsync("/help")).Text);
    }

    [Theory]
    [InlineData("uk", "Вітаю!")]
    [InlineData("ru", "Здравствуйте!")]
    [InlineData("en-GB", "Hello!")]
    [InlineData("fr", "Hello!")]
    [InlineData(null, "Hello!")]
    public async Task A_newcomer_is_greeted_in_the_language_of_their_Telegram(string? languageCode, string greeting) =>
        Assert.StartsWith(greeting, (await bot.Person(languageCode: languageCode).AskAsync("/start")).Text);

    [Fact]
    public async Task Sources_lists_the_documents_with_what_is_known_of_their_date() =>
        Assert.Contains("[1] European peacekeepers, security guarantees and the path to peace in Ukraine; undated", (await bot.Person().AskAsync("/sources")).Text);

    [Theory]
    [InlineData("/nonsense", "I do not know that command")]
    [InlineData("/help@simulated_bot", "Write a question")]
    [InlineData("/HELP me", "Write a question")]
    [InlineData("hello!", "Ask me about the conflict")]
    [InlineData("Where are the Ukrainian brigades right now?", "I do not answer questions about where troops are now")]
    [InlineData("<b>&\"'</b>", "I do not see what to look up")]
    [InlineData("What is the capital of France?", "The sources do not say.")]
    public async Task Everything_said_gets_a_fitting_answer(string text, string words) =>
        Assert.Contains(words, (await bot.Person().AskAsync(text)).Text);

    [Fact]
    public async Task A_caption_is_a_question_and_what_cannot_be_read_is_declined_politely()
    {
        bot.Person();
        bot.Telegram.SendPhoto(1, "Who is the Kremlin spokesperson?");
        Assert.Contains("Dmitry Peskov", (await bot.NextAsync(1)).Text);

        bot.Telegram.SendSticker(1);

        Assert.Equal("I can read text only, please.", (await bot.NextAsync(1)).Text);
    }

    [Theory]
    [InlineData("/source 1", "original language: en")]
    [InlineData("/source [1]", "European peacekeepers, security guarantees")]
    [InlineData("/source 2", "Which one?")]
    [InlineData("/source", "Which one?")]
    [InlineData("/about", "the exact words it rests on")]
    public async Task The_sources_and_the_bot_tell_of_themselves(string command, string words) => Assert.Contains(words, (await bot.Person().AskAsync(command)).Text);

    [Fact]
    public async Task What_the_source_says_itself_does_not_stand_under_a_speakers_name()
    {
        var answer = await bot.Person().AskAsync("What does Macron want?");

        Assert.DoesNotContain("Emmanuel Macron:\nThe meeting is set to discuss", answer.Text);
        Assert.Contains("The source itself:", answer.Text);
    }

    [Fact]
    public async Task A_thousand_messages_at_once_are_all_answered_each_chat_in_order()
    {
        for (var user = 1; user <= 100; user++)
        {
            bot.Telegram.AddUser(user);
            for (var message = 0; message < 10; message++) bot.Telegram.SendText(user, message % 2 == 0 ? "/help" : "/new");
        }

        for (var user = 1; user <= 100; user++)
        {
            for (var message = 0; message < 10; message++)
                Assert.StartsWith(message % 2 == 0 ? "Write a question" : "A new conversation", (await bot.NextAsync(user)).Text);
        }
    }

    [Fact]
    public async Task What_was_handled_keeps_its_id_and_loses_its_words()
    {
        await bot.Person().AskAsync("Who is the Kremlin spokesperson?");

        using var connection = new Database($"Data Source={bot.Database}").Open();
        Assert.Equal((1, 0), connection.QuerySingle<(int, int)>("SELECT COUNT(*), SUM(LENGTH(body)) FROM inbox WHERE handled_at IS NOT NULL"));
    }
}
