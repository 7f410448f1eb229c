using System.Collections.Concurrent;

namespace Bot.Operations;

/// <summary>How each part of the service is doing. A change is logged once, when it comes; `/health` tells all of them.</summary>
internal sealed partial class Conditions(TimeProvider clock, ILogger<Conditions> log)
{
    /// <summary>Longer than any round of a worker may take, a long poll and its time limit included.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Condition> parts = new();

    /// <summary>A part that has yet to work for the first time.</summary>
    public void Expect(string part) => parts.TryAdd(part, new Condition("it has not begun yet", clock.GetTimestamp()));

    public void Fine(string part)
    {
        var before = parts.GetValueOrDefault(part);
        parts[part] = new Condition(null, clock.GetTimestamp());
        if (before?.Reason is not null && before.WasLogged) WorksAgain(part);
    }

    /// <param name="pause">When it tries again.</param>
    /// <param name="defect">The exception, where only a mistake in the code explains it.</param>
    public void Broken(string part, string reason, TimeSpan pause, Exception? defect = null)
    {
        var before = parts.GetValueOrDefault(part);
        parts[part] = new Condition(reason, clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency)) { WasLogged = true };
        if (before?.Reason == reason) return;
        if (defect is null) Fails(part, reason);
        else FailsByDefect(defect, part, reason);
    }

    /// <summary>A part that is fine, and from which nothing more is to be heard for now.</summary>
    public void Done(string part)
    {
        Fine(part);
        parts.TryRemove(part, out _);
    }

    /// <summary>Why the service cannot do its work now, part by part; empty if it can.</summary>
    public IReadOnlyList<string> Reasons => [.. parts.Where(part => part.Value.Reason is not null).Select(part => $"{part.Key}: {part.Value.Reason}").Order(StringComparer.Ordinal)];

    /// <summary>The parts that do not even try any more; only a restart helps those.</summary>
    public IReadOnlyList<string> Stuck => [.. parts.Where(part => clock.GetElapsedTime(part.Value.At) > LongestRound).Select(part => part.Key).Order(StringComparer.Ordinal)];

    /// <param name="At">When its last round ended, or the next begins.</param>
    private sealed record Condition(string? Reason, long At)
    {
        public bool WasLogged { get; init; }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part} works again")]
    private partial void WorksAgain(string part);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Part} does not work: {Reason}")]
    private partial void Fails(string part, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part} does not work: {Reason}")]
    private partial void FailsByDefect(Exception defect, string part, string reason);
}
