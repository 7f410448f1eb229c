using Bot.Operations;
using Bot.Telegram;

namespace Bot.Delivery;

/// <summary>What to do about a message that Telegram did not take.</summary>
internal sealed class RetryPolicy(TimeProvider clock, Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Nobody waits longer for an answer.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    public SendResult After(BotApiException fault, OutboxRow row)
    {
        if (fault.MigratedTo is { } supergroup) return new Moved(row, supergroup);
        if (!fault.IsTransient) return new GivenUp(row, $"{fault.Code} {fault.Message}");
        if (clock.GetUtcNow() - row.CreatedAt > GoodFor) return new GivenUp(row, $"not delivered within a day, at last: {fault.Code} {fault.Message}");
        return new Postponed(row, fault.RetryAfter ?? Backoff(row.Attempts), fault.IsUncertain, fault.Code == 429, FaultWords.Explain(fault));
    }

    /// <summary>Doubles from a second to five minutes; half of it by chance, so that what failed together does not come back together.</summary>
    private TimeSpan Backoff(int attempts)
    {
        var whole = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        return (whole < Longest ? whole : Longest) * (0.5 + random.NextDouble() / 2);
    }
}
