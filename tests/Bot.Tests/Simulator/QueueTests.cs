using System.Diagnostics;
using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class QueueTests
{
    [Fact]
    public async Task Only_so_many_messages_of_a_chat_are_remembered_as_was_asked_for()
    {
        await using var telegram = await StartAsync(new BotApiOptions { RememberedMessages = 3 });
        for (var i = 1; i <= 10; i++)
        {
            telegram.Server.SendText(Anna, $"message {i}");
            Assert.Equal(Enumerable.Range(Math.Max(1, i - 2), Math.Min(i, 3)), telegram.Server.Messages(Anna).Select(message => message.MessageId));
        }

        Assert.True(telegram.Server.DeleteMessage(Anna, 9));
        Assert.False(telegram.Server.DeleteMessage(Anna, 2));
        telegram.Server.EditText(Anna, 10, "edited");
        Assert.Equal(["message 8", "edited"], telegram.Server.Messages(Anna).Select(message => message.Text));
    }

    [Fact]
    public async Task Updates_come_by_the_hundred_in_order_and_are_pending_until_confirmed()
    {
        await using var telegram = await StartAsync();
        for (var i = 1; i <= 250; i++)
            telegram.Server.SendText(Anna, $"{i}");

        var texts = new List<string?>();
        var sizes = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var updates = await telegram.UpdatesAsync();
            sizes.Add(updates.Count);
            texts.AddRange(updates.Select(update => update.GetProperty("message").GetProperty("text").GetString()));
        }

        Assert.Equal([100, 100, 50, 0], sizes);
        Assert.Equal(Enumerable.Range(1, 250).Select(i => $"{i}"), texts);
        Assert.Equal(0, telegram.Server.PendingUpdates);
    }

    [Fact]
    public async Task A_waiting_poll_is_answered_at_once()
    {
        await using var telegram = await StartAsync();
        var poll = await telegram.PollAsync();
        var started = Stopwatch.GetTimestamp();

        telegram.Server.SendText(Anna, "hello");

        Assert.Equal(1, (await poll()).GetProperty("result").GetArrayLength());
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }
}
