using System.Threading.Channels;

namespace Bot.Operations;

/// <summary>Says that a table has new rows, so that who works on them need not look all the time. Set any number of times, it wakes once.</summary>
internal sealed class Signal(TimeProvider clock)
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => channel.Writer.TryWrite(true);

    /// <summary>Returns once it was set, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken stop)
    {
        if (channel.Reader.TryRead(out _)) return;
        using var ended = new CancellationTokenSource(atMost, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, ended.Token);
        try
        {
            await channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
        }
    }
}
