using Bot.Configuration;
using Bot.Delivery;
using Bot.Tests.Support;

namespace Bot.Tests.Delivery;

public class PacingTests
{
    private readonly JumpingClock clock = new();
    private readonly Pacing pacing;

    public PacingTests() => pacing = new Pacing(new TelegramSettings(), clock);

    private void Send(long chat)
    {
        pacing.Begin(chat);
        pacing.End(chat);
    }

    private int SentWithin(TimeSpan time, Func<int, long> chatOf)
    {
        var (sent, until) = (0, clock.GetUtcNow() + time);
        while (clock.GetUtcNow() < until)
        {
            while (pacing.WaitOfBot() == TimeSpan.Zero && pacing.WaitOf(chatOf(sent)) == TimeSpan.Zero) Send(chatOf(sent++));
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        return sent;
    }

    [Fact]
    public void The_whole_bot_sends_thirty_messages_a_second() => Assert.Equal(300, SentWithin(TimeSpan.FromSeconds(10), sent => sent + 1));

    [Fact]
    public void A_message_counts_until_a_second_after_Telegram_answered()
    {
        for (var chat = 1; chat <= 30; chat++) pacing.Begin(chat);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(TimeSpan.Zero, pacing.WaitOfBot());

        for (var chat = 1; chat <= 30; chat++) pacing.End(chat);

        Assert.Equal(TimeSpan.FromSeconds(1), pacing.WaitOfBot());
    }

    [Fact]
    public void A_message_that_was_not_sent_after_all_does_not_count()
    {
        for (var chat = 1; chat <= 30; chat++) pacing.Begin(chat);
        pacing.Withdraw(1);

        Assert.Equal(TimeSpan.Zero, pacing.WaitOfBot());
    }

    [Fact]
    public void One_chat_gets_one_a_second_and_a_few_at_once() => Assert.InRange(SentWithin(TimeSpan.FromSeconds(30), _ => 7), 30, 33);

    [Fact]
    public void A_group_gets_twenty_a_minute() => Assert.Equal(40, SentWithin(TimeSpan.FromMinutes(2), _ => -7));

    [Fact]
    public void A_chat_that_Telegram_asks_to_wait_waits_alone()
    {
        pacing.PostponeForFlood(1, TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(20), pacing.WaitOf(1));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (pacing.WaitOf(2), pacing.WaitOfBot()));
    }

    [Fact]
    public void Once_Telegram_asks_a_second_chat_to_wait_the_whole_bot_does()
    {
        pacing.PostponeForFlood(1, TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(5));
        pacing.PostponeForFlood(2, TimeSpan.FromSeconds(8));

        Assert.Equal(TimeSpan.FromSeconds(8), pacing.WaitOfBot());
        clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(TimeSpan.Zero, pacing.WaitOfBot());
    }

    [Fact]
    public void A_clock_set_back_keeps_nobody_waiting_longer()
    {
        pacing.Postpone(1, TimeSpan.FromSeconds(5));
        clock.Jump(TimeSpan.FromHours(-3));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.Zero, pacing.WaitOf(1));
    }
}
