using System.Collections.Concurrent;
using System.Globalization;

namespace BotApi.Simulator;

/// <summary>Pressed buttons that wait for an answer.</summary>
internal sealed class CallbackQueries(TimeProvider time)
{
    /// <summary>How long a query can be answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Query> queries = new();
    private readonly ConcurrentQueue<Query> oldestFirst = new();
    private long lastId = 4_000_000_000_000_000;

    /// <summary>A new query's id.</summary>
    public string Open()
    {
        Forget();
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        var query = new Query(id, time.GetUtcNow());
        queries[id] = query;
        oldestFirst.Enqueue(query);
        return id;
    }

    /// <exception cref="ApiException">There is no such query, or it is too old.</exception>
    public void Answer(string id, CallbackAnswer answer)
    {
        if (!queries.TryGetValue(id, out var query) || time.GetUtcNow() - query.Opened > Lifetime)
        {
            throw ApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }

        query.Answer.TrySetResult(answer);
    }

    /// <summary>Completes when the bot answers.</summary>
    public Task<CallbackAnswer> AnswerTo(string id)
        => queries.TryGetValue(id, out var query)
            ? query.Answer.Task
            : throw new ArgumentException($"There is no callback query {id}.", nameof(id));

    private void Forget()
    {
        while (oldestFirst.TryPeek(out var oldest) && time.GetUtcNow() - oldest.Opened > Remembered
               && oldestFirst.TryDequeue(out var forgotten))
        {
            queries.TryRemove(forgotten.Id, out _);
        }
    }

    private sealed record Query(string Id, DateTimeOffset Opened)
    {
        public TaskCompletionSource<CallbackAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
