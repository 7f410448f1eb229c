using Bot.LanguageModels;

namespace Bot.Operations;

/// <summary>Looks every two seconds at how the last call of the model went, and tells log and `/health` when it fails and when it works again.</summary>
internal sealed class ModelWatch(ModelCalls calls, Conditions conditions, TimeProvider clock) : BackgroundService
{
    private const string Part = "the model";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (calls.Fault is { } fault) conditions.Broken(Part, $"{fault}; answers are verbatim sentences meanwhile");
            else conditions.Fine(Part);
        }
    }
}
