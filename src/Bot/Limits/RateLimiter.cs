namespace Bot.Limits;

/// <summary>
/// Counts what each key did lately against a rate, exactly (a sliding window log). It goes by the clock's running time, so
/// a clock set back or forth changes nothing. Used by one thread at a time.
/// </summary>
internal sealed class RateLimiter<TKey>(Rate rate, TimeProvider clock)
    where TKey : notnull
{
    /// <summary>So often, keys that did nothing lately are forgotten.</summary>
    private const int TakesBetweenCleanings = 4096;

    private readonly Dictionary<TKey, Queue<long>> taken = [];
    private int takes;

    /// <summary>How long this key has to wait until its next one; zero if it may now.</summary>
    public TimeSpan WaitOf(TKey key)
    {
        if (rate.Count == 0 || !taken.TryGetValue(key, out var times)) return TimeSpan.Zero;
        Forget(times);
        return times.Count < rate.Count ? TimeSpan.Zero : rate.Per - clock.GetElapsedTime(times.Peek());
    }

    /// <summary>Counts one for this key.</summary>
    public void Take(TKey key)
    {
        if (rate.Count == 0) return;
        if (++takes % TakesBetweenCleanings == 0) Clean();
        if (!taken.TryGetValue(key, out var times)) taken[key] = times = new Queue<long>();
        Forget(times);
        times.Enqueue(clock.GetTimestamp());
    }

    private void Forget(Queue<long> times)
    {
        while (times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= rate.Per) times.Dequeue();
    }

    private void Clean()
    {
        foreach (var (key, times) in taken)
        {
            Forget(times);
            if (times.Count == 0) taken.Remove(key);
        }
    }
}
