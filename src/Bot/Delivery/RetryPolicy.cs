using Bot.Telegram;

namespace Bot.Delivery;

/// <summary>When a message that could not be sent is tried again.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>As long as Telegram asks, else doubling from a second to five minutes; null where trying again is of no use.</summary>
    public static TimeSpan? DelayAfter(BotApiException fault, int attempts)
    {
        if (!fault.IsTransient) return null;
        return fault.RetryAfter ?? TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(attempts - 1, 20)));
    }
}
