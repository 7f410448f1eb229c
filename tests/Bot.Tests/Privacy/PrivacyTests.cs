using Bot.Configuration;
using Bot.Operations;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tests.Support;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Privacy;

public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Question = "Who is the Kremlin spokesperson?";

    private TelegramBot bot = null!;

    public async Task InitializeAsync() => bot = await TelegramBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Forget_deletes_what_is_stored_about_a_person_in_every_chat_and_says_what_that_was()
    {
        var person = bot.Person(1);
        bot.Telegram.AddGroup(-1001);
        bot.Telegram.AddBotToGroup(-1001, 1);
        await bot.NextAsync(-1001);
        bot.Telegram.SendText(1, "/ask " + Question, chatId: -1001);
        await bot.NextAsync(-1001);
        var answer = await person.AskAsync(Question);
        await bot.SaidAsync(1);
        bot.Telegram.Press(1, answer.MessageId, TelegramBot.Button(answer, "👍"));

        var forgotten = await person.AskAsync("/forget");

        Assert.Contains("Deleted: 2 of your questions with my answers, 1 votes", forgotten.Text);
        Assert.Contains("I can no longer correct them", forgotten.Text);
        Assert.Equal(0, bot.Stored<int>("SELECT (SELECT COUNT(*) FROM turns) + (SELECT COUNT(*) FROM votes) + (SELECT COUNT(*) FROM deliveries) + (SELECT COUNT(*) FROM outbox WHERE person <> '')"));
    }

    [Fact]
    public async Task What_was_asked_just_before_is_still_answered_and_leaves_nothing_behind()
    {
        bot.Person(1);
        bot.Telegram.Faults.Add(new BotApi.Simulator.Fault(BotApi.Simulator.FaultKind.ServerError, "sendMessage", 1));
        bot.Telegram.SendText(1, Question);
        bot.Telegram.SendText(1, "/forget");

        Assert.Contains("Dmitry Peskov", (await bot.NextAsync(1)).Text);
        Assert.Contains("Deleted: 1 of your questions", (await bot.NextAsync(1)).Text);
        await bot.SaidAsync(1);
        Assert.Equal(0, bot.Stored<int>("SELECT (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM deliveries) + (SELECT COUNT(*) FROM turns)"));
    }

    [Fact]
    public async Task Who_writes_in_a_groups_name_does_not_delete_what_others_asked_there()
    {
        bot.Person(2);
        bot.Telegram.AddGroup(-1001);
        bot.Telegram.AddBotToGroup(-1001, 2);
        await bot.NextAsync(-1001);
        bot.Telegram.SendText(2, "/ask " + Question, chatId: -1001);
        await bot.NextAsync(-1001);
        await bot.SaidAsync(-1001);

        bot.Telegram.SendAnonymously(-1001, "/forget");
        await bot.SaidAsync(-1001);

        Assert.Equal(1, bot.Stored<int>("SELECT COUNT(*) FROM deliveries WHERE chat_id = -1001"));
    }

    [Fact]
    public void A_key_that_is_lost_is_not_made_anew_in_silence()
    {
        var file = Path.Combine(Some.Folder(), "bot.db");
        Assert.Contains("is missing", Assert.Throws<InvalidDataException>(() => Pseudonyms.Load(file, isExpected: true)).Message);

        File.WriteAllText(file + ".key", "");

        Assert.NotEmpty(Pseudonyms.Load(file, isExpected: true).Of(7));
    }

    [Fact]
    public void What_is_stored_is_readable_by_its_owner_alone()
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bot.Database));
    }

    [Fact]
    public async Task Forget_leaves_what_others_asked()
    {
        await bot.Person(2).AskAsync(Question);

        await bot.Person(1).AskAsync("/forget");

        Assert.Equal(1, bot.Stored<int>("SELECT COUNT(*) FROM deliveries"));
    }

    [Fact]
    public async Task Privacy_tells_how_long_answers_are_kept() =>
        Assert.Contains("Questions and answers are deleted after 30 d.", (await bot.Person().AskAsync("/privacy")).Text);

    [Fact]
    public async Task In_a_group_nobody_is_stored_by_name_or_number()
    {
        bot.Telegram.AddUser(987654321, "Olena", "olena_k");
        bot.Telegram.AddGroup(-1001);
        bot.Telegram.AddBotToGroup(-1001, 987654321);
        await bot.NextAsync(-1001);
        bot.Telegram.SendText(987654321, "/ask " + Question, chatId: -1001);
        await bot.NextAsync(-1001);
        await bot.SaidAsync(-1001);

        using var connection = new Database($"Data Source={bot.Database}").Open();
        foreach (var table in Schema.Tables)
        {
            foreach (var row in connection.Query($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>())
                Assert.DoesNotContain(row.Values, value => value?.ToString() is { } text && (text.Contains("987654321") || text.Contains("Olena") || text.Contains("olena_k")));
        }
    }

    [Fact]
    public void The_key_of_the_pseudonyms_stays_and_is_readable_by_its_owner_alone()
    {
        var file = Path.Combine(Some.Folder(), "bot.db");

        Assert.Equal(Pseudonyms.Load(file).Of(7), Pseudonyms.Load(file).Of(7));
        Assert.NotEqual(Pseudonyms.Load(file).Of(7), Pseudonyms.Load(file).Of(8));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file + ".key"));
    }

    [Fact]
    public void A_damaged_key_is_refused_in_words()
    {
        var file = Path.Combine(Some.Folder(), "bot.db");
        File.WriteAllText(file + ".key", "short");

        Assert.Contains("is damaged", Assert.Throws<InvalidDataException>(() => Pseudonyms.Load(file)).Message);
    }

    [Fact]
    public async Task After_its_time_an_answer_is_deleted_and_not_before()
    {
        await bot.Person(1).AskAsync(Question);
        await bot.SaidAsync(1);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(29.9));
        using var retention = new Retention(new Database($"Data Source={bot.Database}"), new PrivacySettings(), new Conditions(clock, NullLogger<Conditions>.Instance), clock, NullLogger<Retention>.Instance);

        await retention.StartAsync(default);
        await TelegramBot.UntilAsync(() => bot.Stored<int>("SELECT COUNT(*) FROM inbox") == 0);
        Assert.Equal(1, bot.Stored<int>("SELECT COUNT(*) FROM deliveries"));
        for (var minute = 0; minute < 300 && bot.Stored<int>("SELECT COUNT(*) FROM outbox") > 0; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(10);
        }
        await retention.StopAsync(default);

        Assert.Equal(0, bot.Stored<int>("SELECT (SELECT COUNT(*) FROM deliveries) + (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM turns)"));
        Assert.InRange(clock.GetUtcNow() - DateTimeOffset.UtcNow, TimeSpan.FromDays(29.99), TimeSpan.FromDays(30.1));
    }
}
