namespace BotApi.Simulator;

/// <summary>Lets so many through at once and then so many a second.</summary>
internal sealed class TokenBucket(double perSecond, int burst, DateTimeOffset now)
{
    private double tokens = burst;
    private DateTimeOffset filled = now;

    /// <summary>How long until the next may pass; zero is at once.</summary>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        tokens = Math.Min(burst, tokens + ((now - filled).TotalSeconds * perSecond));
        filled = now;
        return tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / perSecond);
    }

    public void Take() => tokens--;
}
