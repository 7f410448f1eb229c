namespace BotApi.Simulator;

/// <summary>The latest calls with the right token; when full, the oldest go.</summary>
internal sealed class CallLog(TimeProvider time, int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<LoggedCall> calls = new();

    /// <summary>Notes a call; what becomes of it is written into the result.</summary>
    public LoggedCall Add(string method, CallParameters parameters)
    {
        var call = new LoggedCall(method, time.GetUtcNow(), parameters);
        lock (gate)
        {
            calls.Enqueue(call);
            if (calls.Count > capacity)
            {
                calls.Dequeue();
            }
        }

        return call;
    }

    /// <summary>Calls in order of arrival, of one method or of all.</summary>
    public IReadOnlyList<ReceivedCall> List(string? method)
    {
        LoggedCall[] kept;
        lock (gate)
        {
            kept = [.. calls];
        }

        return
        [
            .. kept.Where(call => method is null || call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                .Select(call => call.Report()),
        ];
    }
}
