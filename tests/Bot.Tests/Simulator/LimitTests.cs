using System.Text.Json;
using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class LimitTests
{
    private readonly MovingClock clock = new();

    private static int RetryAfter(JsonElement answer) =>
        answer.GetProperty("ok").GetBoolean() ? 0 : answer.GetProperty("parameters").GetProperty("retry_after").GetInt32();

    private async Task<SimulatedTelegram> LimitedAsync(TelegramLimits? limits, int users = 2)
    {
        var telegram = await StartAsync(new BotApiOptions { Limits = limits, Time = clock });
        for (var user = 1; user <= users; user++)
        {
            telegram.Server.AddUser(user);
            telegram.Server.SendText(user, "hello");
        }
        return telegram;
    }

    [Fact]
    public async Task There_are_none_unless_asked_for()
    {
        await using var telegram = await LimitedAsync(null);

        for (var i = 0; i < 50; i++)
            Assert.Equal(0, RetryAfter(await telegram.SendAsync(Anna, $"{i}")));
    }

    [Fact]
    public async Task A_chat_takes_a_burst_and_then_one_message_a_second()
    {
        await using var telegram = await LimitedAsync(new TelegramLimits());

        var first = new List<int>();
        for (var i = 0; i < 6; i++)
            first.Add(RetryAfter(await telegram.SendAsync(Anna, $"{i}")));
        var elsewhere = RetryAfter(await telegram.SendAsync(Borys, "hello"));
        clock.Move(TimeSpan.FromSeconds(1));
        var later = new[] { RetryAfter(await telegram.SendAsync(Anna, "seven")), RetryAfter(await telegram.SendAsync(Anna, "eight")) };

        Assert.Equal([0, 0, 0, 0, 0, 1], first);
        Assert.Equal(0, elsewhere);
        Assert.Equal([0, 1], later);
        Assert.Equal(2, telegram.Server.FloodRefusals);
    }

    [Fact]
    public async Task The_bot_as_a_whole_has_its_own_limit()
    {
        await using var telegram = await LimitedAsync(new TelegramLimits(MessagesPerSecond: 10), users: 12);

        var answers = new List<int>();
        for (var user = 1; user <= 12; user++)
            answers.Add(RetryAfter(await telegram.SendAsync(user, "hello")));
        clock.Move(TimeSpan.FromSeconds(1));

        Assert.Equal([.. Enumerable.Repeat(0, 10), 1, 1], answers);
        Assert.Equal(0, RetryAfter(await telegram.SendAsync(12, "hello")));
    }

    [Fact]
    public async Task A_group_takes_so_many_a_minute()
    {
        await using var telegram = await LimitedAsync(new TelegramLimits());
        telegram.Server.AddGroup(Group);
        telegram.Server.AddBotToGroup(Group, Anna);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(0, RetryAfter(await telegram.SendAsync(Group, $"{i}")));
            clock.Move(TimeSpan.FromSeconds(1));
        }

        // The first of them was twenty seconds ago.
        Assert.Equal(40, RetryAfter(await telegram.SendAsync(Group, "one more")));
        clock.Move(TimeSpan.FromSeconds(40));
        Assert.Equal(0, RetryAfter(await telegram.SendAsync(Group, "one more")));
    }

    private sealed class MovingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

        public void Move(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
