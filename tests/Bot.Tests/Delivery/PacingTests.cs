using Bot.Configuration;
using Bot.Delivery;
using Bot.Tests.Support;

namespace Bot.Tests.Delivery;

public class PacingTests
{
    private readonly JumpingClock clock = new();
    private readonly Pacing pacing;

    public PacingTests() => pacing = new Pacing(new TelegramSettings(), clock);

    private int SentWithin(TimeSpan time, Func<int, long> chatOf)
    {
        var (sent, until) = (0, clock.GetUtcNow() + time);
        while (clock.GetUtcNow() < until)
        {
            while (pacing.WaitOfBot() == TimeSpan.Zero && pacing.WaitOf(chatOf(sent)) == TimeSpan.Zero) pacing.Take(chatOf(sent++));
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        return sent;
    }

    [Fact]
    public void The_whole_bot_sends_hardly_less_than_thirty_messages_a_second_and_never_more() => Assert.InRange(SentWithin(TimeSpan.FromSeconds(10), sent => sent + 1), 285, 300);

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
