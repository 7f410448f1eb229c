namespace Bot.Retrieval;

/// <summary>
/// Looks at the corpus folder every two seconds and takes over what changed. Looking, unlike being notified, works on
/// every file system and misses nothing.
/// </summary>
internal sealed partial class CorpusWatcher(LiveIndex index, SavedIndex file, TimeProvider clock, ILogger<CorpusWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (index.NotLoaded is { } reason) NotLoaded(reason);
        Report();
        Save();
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!index.Reload()) continue;
                Report();
                Save();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                NotRead(fault.Message);
            }
        }
    }

    private void Save()
    {
        try
        {
            index.Save(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotSaved(fault.Message);
        }
    }

    private void Report()
    {
        var corpus = index.Current.Corpus;
        Loaded(corpus.Documents.Count, index.Current.Count, corpus.Problems.Count);
        foreach (var problem in corpus.Problems) Problem(problem.File, problem.Reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Corpus loaded: {Documents} documents, {Passages} passages, {Problems} problems")]
    private partial void Loaded(int documents, int passages, int problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Document {File} {Reason}")]
    private partial void Problem(string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The saved index was not used, and is made anew: {Reason}")]
    private partial void NotLoaded(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index is not saved, so the next start makes it anew: {Reason}")]
    private partial void NotSaved(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The corpus folder cannot be read: {Reason}")]
    private partial void NotRead(string reason);
}
