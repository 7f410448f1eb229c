namespace BotApi.Simulator;

/// <summary>Gives out message ids.</summary>
internal sealed class MessageCounter
{
    private int last;

    public int Next() => Interlocked.Increment(ref last);
}
