using Bot.Configuration;
using Bot.Operations;
using Bot.Receiving;
using Bot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Receiving;

public class FloodTests
{
    private readonly FakeTimeProvider clock = new();

    private FloodLimits Limits(int perMinute = 6, int perHour = 60) =>
        new(new LimitsSettings { QuestionsPerMinute = perMinute, QuestionsPerHour = perHour }, new TelegramSettings(), clock);

    private static bool IsAllowed(FloodVerdict verdict) => verdict is FloodVerdict.Allowed;

    [Fact]
    public void A_person_asks_six_questions_a_minute_and_is_told_once_that_there_are_no_more()
    {
        var limits = Limits();
        Assert.All(Enumerable.Range(0, 6), _ => Assert.True(IsAllowed(limits.Judge(1, null))));

        Assert.Equal(new FloodVerdict.Refused(TimeSpan.FromMinutes(1), IsGroups: false, IsFirst: true), limits.Judge(1, null));
        Assert.False(Assert.IsType<FloodVerdict.Refused>(limits.Judge(1, null)).IsFirst);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(IsAllowed(limits.Judge(1, null)));
    }

    [Fact]
    public void A_person_asks_sixty_questions_an_hour()
    {
        var limits = Limits();
        for (var question = 0; question < 60; question++)
        {
            Assert.True(IsAllowed(limits.Judge(1, null)));
            clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(TimeSpan.FromMinutes(40), Assert.IsType<FloodVerdict.Refused>(limits.Judge(1, null)).Wait);
    }

    [Fact]
    public void However_much_one_person_asks_another_is_not_slowed()
    {
        var limits = Limits();
        for (var question = 0; question < 100; question++) limits.Judge(1, null);

        Assert.True(IsAllowed(limits.Judge(2, null)));
    }

    [Fact]
    public void A_group_asks_as_much_as_it_may_be_sent_and_its_members_still_ask_elsewhere()
    {
        var limits = Limits();
        for (var person = 1; person <= 20; person++) Assert.True(IsAllowed(limits.Judge(person, -1)));

        Assert.True(Assert.IsType<FloodVerdict.Refused>(limits.Judge(21, -1)).IsGroups);
        Assert.True(IsAllowed(limits.Judge(21, null)));
        Assert.True(IsAllowed(limits.Judge(21, -2)));
    }

    [Fact]
    public async Task Who_has_asked_too_much_is_still_forgotten_at_once()
    {
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = new LimitsSettings() });
        bot.Person(1);
        for (var question = 0; question < 8; question++) bot.Telegram.SendText(1, "hello");
        bot.Telegram.SendText(1, "/forget");

        Assert.StartsWith("Deleted: 6 of your questions", (await bot.SaidAsync(1))[^1].Text);
    }

    [Fact]
    public async Task Nobody_keeps_the_bot_busy_with_commands_either()
    {
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = new LimitsSettings() });
        bot.Person(1);
        for (var command = 0; command < 30; command++) bot.Telegram.SendText(1, "/help");

        Assert.Equal(25, (await bot.SaidAsync(1)).Count);
    }

    [Fact]
    public async Task While_the_database_fails_no_question_counts_twice()
    {
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = new LimitsSettings { QuestionsPerMinute = 1 } });
        bot.Person(1);
        bot.Change("CREATE TRIGGER fault BEFORE UPDATE ON inbox BEGIN SELECT RAISE(ABORT, 'disk'); END");
        bot.Telegram.SendText(1, "Who is the Kremlin spokesperson?");
        await TelegramBot.UntilAsync(() => bot.Service<Conditions>().Reasons.Any(reason => reason.StartsWith("answering", StringComparison.Ordinal)));
        await Task.Delay(1500);

        bot.Change("DROP TRIGGER fault");

        Assert.Contains("Peskov", Assert.Single(await bot.SaidAsync(1)).Text);
    }

    [Fact]
    public async Task Told_once_in_kind_words_and_with_the_time_to_wait()
    {
        await using var bot = await TelegramBot.StartAsync(settings => settings with { Limits = new LimitsSettings() });
        bot.Person(1);
        for (var question = 0; question < 10; question++) bot.Telegram.SendText(1, "hello");

        var said = await bot.SaidAsync(1);

        Assert.Equal(7, said.Count);
        Assert.Matches(@"others ask too\. Send this again in \d\d s", said[^1].Text);
    }
}
