namespace Bot.Operations;

/// <summary>Says when the clock was set. Nothing waits longer for it: limits and delays go by the time that has passed.</summary>
internal sealed partial class ClockWatch(Conditions conditions, TimeProvider clock, ILogger<ClockWatch> log) : Worker("clock", conditions, clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Time servers move clocks by less, and nobody need know.</summary>
    private static readonly TimeSpan Noteworthy = TimeSpan.FromSeconds(5);

    private DateTimeOffset shown = clock.GetUtcNow();
    private long passed = clock.GetTimestamp();

    protected override Task<bool> WorkAsync(CancellationToken stop)
    {
        var (now, running) = (Clock.GetUtcNow(), Clock.GetTimestamp());
        var by = now - shown - Clock.GetElapsedTime(passed, running);
        if (by.Duration() > Noteworthy) WasSet(by < TimeSpan.Zero ? "back" : "forward", by.Duration(), now);
        (shown, passed) = (now, running);
        return Task.FromResult(true);
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(Interval, Clock, stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set {Direction} by {By} to {Now:u}; no message waits longer for that, and dates in the tables are as the clock had them")]
    private partial void WasSet(string direction, TimeSpan by, DateTimeOffset now);
}
