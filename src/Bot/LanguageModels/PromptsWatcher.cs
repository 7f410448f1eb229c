namespace Bot.LanguageModels;

/// <summary>Looks at the prompt files every two seconds and takes over what changed. Of a broken file the last good version stays in use.</summary>
internal sealed partial class PromptsWatcher(Prompts prompts, TimeProvider clock, ILogger<PromptsWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var (changed, faults) = prompts.Reload();
            foreach (var prompt in changed) TakenOver(prompt.Name, prompt.Hash);
            foreach (var fault in faults) Broken(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Prompt '{Prompt}' taken over, version {Hash}")]
    private partial void TakenOver(string prompt, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "A prompt cannot be used, and the last good one stays in use: {Reason}")]
    private partial void Broken(string reason);
}
