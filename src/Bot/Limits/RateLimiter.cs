namespace Bot.Limits;

/// <summary>
/// Counts what each key did lately against a rate, exactly (a sliding window log). What takes a while counts until it has
/// ended, and from then on: whenever in between it took effect, no span holds more. Goes by the clock's running time, so
/// that a clock set back or forth changes nothing. Used by one thread at a time.
/// </summary>
internal sealed class RateLimiter<TKey>(Rate rate, TimeProvider clock)
    where TKey : notnull
{
    /// <summary>So often, keys that did nothing lately are forgotten.</summary>
    private const int EndsBetweenCleanings = 4096;

    private readonly Dictionary<TKey, Log> logs = [];
    private int ends;

    /// <summary>How long this key has to wait until its next one; zero if it may now.</summary>
    public TimeSpan WaitOf(TKey key)
    {
        if (rate.Count == 0 || !logs.TryGetValue(key, out var log)) return TimeSpan.Zero;
        Forget(log);
        if (log.Begun + log.Ended.Count < rate.Count) return TimeSpan.Zero;
        return log.Ended.TryPeek(out var oldest) ? rate.Per - clock.GetElapsedTime(oldest) : rate.Per;
    }

    /// <summary>Counts one that is over at once.</summary>
    public void Take(TKey key)
    {
        Begin(key);
        End(key);
    }

    /// <summary>Counts one for this key; <see cref="End"/> or <see cref="Withdraw"/> must follow.</summary>
    public void Begin(TKey key)
    {
        if (rate.Count == 0) return;
        if (!logs.TryGetValue(key, out var log)) logs[key] = log = new Log();
        log.Begun++;
    }

    /// <summary>What was begun has ended now.</summary>
    public void End(TKey key)
    {
        if (rate.Count == 0) return;
        var log = logs[key];
        log.Begun--;
        Forget(log);
        log.Ended.Enqueue(clock.GetTimestamp());
        if (++ends % EndsBetweenCleanings == 0) Clean();
    }

    /// <summary>What was begun did not take place.</summary>
    public void Withdraw(TKey key)
    {
        if (rate.Count > 0) logs[key].Begun--;
    }

    private void Forget(Log log)
    {
        while (log.Ended.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= rate.Per) log.Ended.Dequeue();
    }

    private void Clean()
    {
        foreach (var (key, log) in logs)
        {
            Forget(log);
            if (log is { Begun: 0, Ended.Count: 0 }) logs.Remove(key);
        }
    }

    private sealed class Log
    {
        /// <summary>How many are not over yet.</summary>
        public int Begun { get; set; }

        /// <summary>When the others ended, the oldest first.</summary>
        public Queue<long> Ended { get; } = new();
    }
}
