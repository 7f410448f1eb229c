using Bot.Corpus;
using Bot.LanguageModels;
using Bot.Retrieval;
using Microsoft.Data.Sqlite;

namespace Bot.Embeddings;

/// <summary>Embeds the corpus while the bot answers by words, and again what changes of it. While the endpoint is down it tries on.</summary>
internal sealed partial class EmbeddingWorker(CorpusEmbeddings embeddings, LiveIndex index, TimeProvider clock, ILogger<EmbeddingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading what is kept must not keep the others from starting.
        await Task.Yield();
        var (said, embedded) = (default(string), default(CorpusSnapshot));
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                var corpus = index.Current.Corpus;
                if (corpus != embedded) await EmbedAsync(corpus, stoppingToken);
                (embedded, said) = (corpus, null);
            }
            catch (Exception fault) when (fault is ModelException or SqliteException)
            {
                if (fault.Message != said) NotEmbedded(said = fault.Message);
                pause = PauseAfterFault;
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task EmbedAsync(CorpusSnapshot corpus, CancellationToken stop)
    {
        var reported = DateTimeOffset.MinValue;
        await embeddings.EmbedAsync(corpus, Report, stop);
        Embedded(embeddings.Current!.Passages.Count);

        void Report(int done, int all)
        {
            if (clock.GetUtcNow() - reported < BetweenReports) return;
            reported = clock.GetUtcNow();
            Embedding(done, all);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Embedding the documents: {Done} of {All} passages; until all are, passages are found by their words alone")]
    private partial void Embedding(int done, int all);

    [LoggerMessage(Level = LogLevel.Information, Message = "All {Passages} passages are embedded, and found by their meaning, too")]
    private partial void Embedded(int passages);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The documents are not embedded, so passages are found by their words alone; it is tried again: {Reason}")]
    private partial void NotEmbedded(string reason);
}
