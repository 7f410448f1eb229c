using Bot.Delivery;
using Bot.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public class RetryPolicyTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));

    private SendResult After(BotApiException fault, int attempts = 1, double hoursOld = 0) => new RetryPolicy(clock, new Random(1)).After(
        fault, new OutboxRow { Id = 1, ChatId = 1, Attempts = attempts, CreatedAtMilliseconds = clock.GetUtcNow().AddHours(-hoursOld).ToUnixTimeMilliseconds() });

    [Theory]
    [InlineData(500, 1, 1)]
    [InlineData(0, 4, 8)]
    [InlineData(502, 30, 300)]
    public void What_may_succeed_later_is_tried_later_and_not_together_with_all_the_rest(int code, int attempts, double longest)
    {
        var postponed = Assert.IsType<Postponed>(After(new BotApiException(code, "x"), attempts));

        Assert.InRange(postponed.Delay.TotalSeconds, longest / 2, longest);
    }

    [Fact]
    public void Where_Telegram_says_how_long_to_wait_that_is_how_long()
    {
        var flood = new BotApiException(429, "Too Many Requests") { RetryAfter = TimeSpan.FromSeconds(17) };

        Assert.Equal((TimeSpan.FromSeconds(17), true), Assert.IsType<Postponed>(After(flood)) switch { var postponed => (postponed.Delay, postponed.IsFlood) });
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public void What_never_will_succeed_is_not_tried_again(int code) => Assert.IsType<GivenUp>(After(new BotApiException(code, "x")));

    [Fact]
    public void After_a_day_nobody_waits_for_the_answer_any_more()
    {
        Assert.IsType<Postponed>(After(new BotApiException(500, "x"), hoursOld: 23));
        Assert.IsType<GivenUp>(After(new BotApiException(500, "x"), hoursOld: 25));
    }

    [Fact]
    public void A_group_that_has_become_a_supergroup_is_followed() =>
        Assert.Equal(-1001, Assert.IsType<Moved>(After(new BotApiException(400, "group chat was upgraded") { MigratedTo = -1001 })).ToChatId);
}
