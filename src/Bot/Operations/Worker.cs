using Bot.Telegram;

namespace Bot.Operations;

/// <summary>Work done in rounds as long as the service runs. A fault is said once, waited out, and the round tried again.</summary>
internal abstract class Worker : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly string name;

    /// <param name="name">As logs and `/health` call it.</param>
    protected Worker(string name, Conditions conditions, TimeProvider clock)
    {
        this.name = name;
        Conditions = conditions;
        Clock = clock;
        conditions.Expect(name);
    }

    protected Conditions Conditions { get; }

    protected TimeProvider Clock { get; }

    /// <summary>One round: does what there is to do.</summary>
    /// <returns>Whether there is more to come.</returns>
    protected abstract Task<bool> WorkAsync(CancellationToken stop);

    /// <summary>Between two rounds: until there may be more to do.</summary>
    protected abstract Task WaitAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever a first round does before it waits must not keep the others from starting.
        await Task.Yield();
        var faults = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Conditions.Begin(name);
                var goesOn = await WorkAsync(stoppingToken);
                faults = 0;
                if (!goesOn)
                {
                    Conditions.Done(name);
                    return;
                }
                Conditions.Fine(name);
                await WaitAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                var (words, pause) = (FaultWords.Explain(fault), PauseAfter(fault, faults++));
                Conditions.Broken(name, words ?? fault.Message, words is null ? fault : null);
                await PauseAsync(pause, stoppingToken);
            }
        }
        try
        {
            await FinishAsync();
        }
        catch (Exception fault)
        {
            var words = FaultWords.Explain(fault);
            Conditions.Broken(name, words ?? fault.Message, words is null ? fault : null);
        }
    }

    /// <summary>Asked to stop: finishes or hands back what it holds, within seconds.</summary>
    protected virtual Task FinishAsync() => Task.CompletedTask;

    private static TimeSpan PauseAfter(Exception fault, int faultsBefore)
    {
        if (fault is BotApiException { RetryAfter: { } asked }) return asked;
        var doubled = FirstPause * Math.Pow(2, Math.Min(faultsBefore, 10));
        return doubled < LongestPause ? doubled : LongestPause;
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        try
        {
            await Task.Delay(pause, Clock, stop);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
