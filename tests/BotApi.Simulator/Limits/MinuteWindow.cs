namespace BotApi.Simulator;

/// <summary>Lets so many through within any minute.</summary>
internal sealed class MinuteWindow(int most)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly Queue<DateTimeOffset> passed = new();

    /// <summary>How long until the next may pass; zero is at once.</summary>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        while (passed.TryPeek(out var oldest) && now - oldest >= Length)
        {
            passed.Dequeue();
        }

        return passed.Count < most ? TimeSpan.Zero : passed.Peek() + Length - now;
    }

    public void Take(DateTimeOffset now) => passed.Enqueue(now);
}
