using Bot.Operations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

public class ConditionsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Conditions conditions;

    public ConditionsTests() => conditions = new Conditions(clock, NullLogger<Conditions>.Instance);

    [Fact]
    public void What_has_not_worked_yet_is_not_ready()
    {
        conditions.Expect("polling");

        Assert.Equal(["polling: it has not begun yet"], conditions.Reasons);
        conditions.Fine("polling");
        Assert.Empty(conditions.Reasons);
    }

    [Fact]
    public void A_round_that_does_not_end_is_stuck_and_waiting_between_rounds_is_not()
    {
        conditions.Begin("polling");
        conditions.Begin("retention");
        conditions.Fine("retention");

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(["polling"], conditions.Stuck);
    }

    [Fact]
    public void A_fault_stays_told_while_the_next_round_is_under_way()
    {
        conditions.Broken("polling", "Telegram cannot be reached");
        conditions.Begin("polling");

        Assert.Equal(["polling: Telegram cannot be reached"], conditions.Reasons);
    }
}
