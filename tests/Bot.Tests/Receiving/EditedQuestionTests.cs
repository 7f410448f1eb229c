using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Receiving;

public sealed class EditedQuestionTests : IAsyncLifetime
{
    private TelegramBot bot = null!;

    public async Task InitializeAsync() => bot = await TelegramBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task<(UserAction Question, BotMessage Answer)> AskAsync(string text)
    {
        bot.Person();
        var question = bot.Telegram.SendText(1, text);
        return (question, await bot.NextAsync(1));
    }

    [Fact]
    public async Task The_answer_is_edited_in_place()
    {
        var (question, answer) = await AskAsync("What is the capital of France?");

        bot.Telegram.EditText(1, question.MessageId, "Who is the Kremlin spokesperson?");

        Assert.Contains("Dmitry Peskov", (await bot.EditedAsync(answer)).Text);
        Assert.Single(await bot.SaidAsync(1));
    }

    [Fact]
    public async Task And_again_when_it_is_edited_again()
    {
        var (question, answer) = await AskAsync("What is the capital of France?");
        bot.Telegram.EditText(1, question.MessageId, "Who is the Kremlin spokesperson?");
        var edited = await bot.EditedAsync(answer);

        bot.Telegram.EditText(1, question.MessageId, "When is the summit in Brussels?");

        Assert.Contains("March 6", (await bot.EditedAsync(edited)).Text);
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_question_as_it_is_now()
    {
        var (question, answer) = await AskAsync("What is the capital of France?");
        bot.Telegram.EditText(1, question.MessageId, "Who is the Kremlin spokesperson?");
        await bot.EditedAsync(answer);

        Assert.Contains("Dmitry Peskov:", (await bot.Person().AskAsync("What did he say?")).Text);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_changes_nothing()
    {
        var (question, answer) = await AskAsync("Who is the Kremlin spokesperson?");

        bot.Telegram.EditText(1, question.MessageId, "Who is the Kremlin spokesperson?");

        Assert.Equal([answer.MessageId], (await bot.SaidAsync(1)).Select(message => message.MessageId));
        Assert.Empty(bot.Telegram.Calls("editMessageText"));
    }

    [Fact]
    public async Task Where_the_answer_was_deleted_a_new_one_comes()
    {
        var (question, answer) = await AskAsync("What is the capital of France?");
        bot.Telegram.DeleteMessage(1, answer.MessageId);

        bot.Telegram.EditText(1, question.MessageId, "Who is the Kremlin spokesperson?");

        Assert.Contains("Dmitry Peskov", (await bot.NextAsync(1)).Text);
    }

    [Fact]
    public async Task An_edited_command_is_not_obeyed_again()
    {
        var (question, answer) = await AskAsync("/help");

        bot.Telegram.EditText(1, question.MessageId, "/sources");

        Assert.Equal([answer.MessageId], (await bot.SaidAsync(1)).Select(message => message.MessageId));
    }

    [Fact]
    public async Task Edited_to_call_the_bot_a_message_in_a_group_is_answered()
    {
        bot.Person();
        bot.Telegram.AddGroup(-1001);
        bot.Telegram.AddBotToGroup(-1001, 1);
        await bot.NextAsync(-1001);
        var message = bot.Telegram.SendText(1, "Who is the Kremlin spokesperson?", chatId: -1001);

        bot.Telegram.EditText(1, message.MessageId, "@simulated_bot Who is the Kremlin spokesperson?", -1001);

        Assert.Contains("Dmitry Peskov", (await bot.NextAsync(-1001)).Text);
    }
}
