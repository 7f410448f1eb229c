using Bot.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Limits;

public class RateLimiterTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void No_span_of_that_length_holds_more_than_the_count()
    {
        var limiter = new RateLimiter<int>(new Rate(6, TimeSpan.FromMinutes(1)), clock);
        var taken = new List<DateTimeOffset>();
        var random = new Random(3);
        for (var step = 0; step < 5000; step++)
        {
            if (limiter.WaitOf(1) == TimeSpan.Zero)
            {
                limiter.Take(1);
                taken.Add(clock.GetUtcNow());
            }
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 4000)));
        }

        Assert.All(taken, start => Assert.InRange(taken.Count(time => time >= start && time < start + TimeSpan.FromMinutes(1)), 1, 6));
        Assert.True(taken.Count > 400);
    }

    [Fact]
    public void The_wait_told_is_the_wait_needed()
    {
        var limiter = new RateLimiter<int>(new Rate(1, TimeSpan.FromSeconds(10)), clock);
        limiter.Take(1);
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(6), limiter.WaitOf(1));
        clock.Advance(limiter.WaitOf(1));
        Assert.Equal(TimeSpan.Zero, limiter.WaitOf(1));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var limiter = new RateLimiter<int>(new Rate(0, TimeSpan.FromMinutes(1)), clock);
        for (var time = 0; time < 1000; time++) limiter.Take(1);

        Assert.Equal(TimeSpan.Zero, limiter.WaitOf(1));
    }
}
