using System.Collections.Concurrent;

namespace BotApi.Simulator;

/// <summary>The latest calls with the right token; when full, the oldest go.</summary>
internal sealed class CallLog(TimeProvider time, int capacity)
{
    private readonly ConcurrentQueue<ReceivedCall> calls = new();

    public void Add(string method, CallParameters parameters)
    {
        calls.Enqueue(new ReceivedCall(method, time.GetUtcNow(), parameters.ToJson()));
        while (calls.Count > capacity)
        {
            calls.TryDequeue(out _);
        }
    }

    /// <summary>Calls in order of arrival, of one method or of all.</summary>
    public IReadOnlyList<ReceivedCall> List(string? method)
        => [.. calls.Where(call => method is null || call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];
}
