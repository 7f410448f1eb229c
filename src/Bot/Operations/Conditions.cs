using System.Collections.Concurrent;

namespace Bot.Operations;

/// <summary>How each part of the service is doing. A change is logged once, when it comes; `/health` tells all of them.</summary>
internal sealed partial class Conditions(TimeProvider clock, ILogger<Conditions> log)
{
    /// <summary>Longer than any round of work may take, a long poll and its time limit included.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Condition> parts = new();

    /// <summary>A part that has yet to work for the first time.</summary>
    public void Expect(string part) => parts.TryAdd(part, new Condition("it has not begun yet"));

    /// <summary>A round of a part's work begins; <see cref="Fine"/>, <see cref="Broken"/> or <see cref="Done"/> ends it.</summary>
    public void Begin(string part) => parts[part] = (parts.GetValueOrDefault(part) ?? new Condition(null)) with { Began = clock.GetTimestamp() };

    public void Fine(string part)
    {
        var before = parts.GetValueOrDefault(part);
        parts[part] = new Condition(null);
        if (before is { Reason: not null, WasLogged: true }) WorksAgain(part);
    }

    /// <param name="defect">The exception, where only a mistake in the code explains it.</param>
    public void Broken(string part, string reason, Exception? defect = null)
    {
        var before = parts.GetValueOrDefault(part);
        parts[part] = new Condition(reason) { WasLogged = true };
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

    /// <summary>The parts that hang in a round of theirs; only a restart helps those.</summary>
    public IReadOnlyList<string> Stuck => [.. parts.Where(part => part.Value.Began is { } began && clock.GetElapsedTime(began) > LongestRound).Select(part => part.Key).Order(StringComparer.Ordinal)];

    /// <param name="Began">When the round that is under way began; null between two.</param>
    private sealed record Condition(string? Reason, long? Began = null)
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
