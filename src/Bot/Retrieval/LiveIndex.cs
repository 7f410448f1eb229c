using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The index over the corpus folder as it is now. A reload swaps it whole: who holds the old one keeps it to the end.</summary>
internal sealed class LiveIndex
{
    private readonly CorpusFolder folder;
    private readonly Indexer indexer;
    private volatile PassageIndex current;
    private IReadOnlyList<Segment> saved = [];

    /// <param name="file">What was saved of it is not read again.</param>
    /// <param name="progress">Told the share of the new text that is indexed, in [0, 1].</param>
    public LiveIndex(CorpusFolder folder, TextAnalyzer analyzer, SavedIndex? file = null, IProgress<double>? progress = null)
    {
        this.folder = folder;
        indexer = new Indexer(analyzer);
        var corpus = folder.Load();
        try
        {
            saved = file?.Load(corpus) ?? [];
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            NotLoaded = fault.Message;
        }
        current = indexer.Index(corpus, saved, progress);
    }

    public PassageIndex Current => current;

    /// <summary>Why what was saved could not be used; null where nothing was wrong.</summary>
    public string? NotLoaded { get; }

    /// <summary>Reads the files that changed; false where none did. One caller at a time.</summary>
    public bool Reload()
    {
        if (folder.Reload() is not { } changed) return false;
        current = indexer.Index(changed, current.Segments);
        return true;
    }

    /// <summary>Saves what is new since the last time. One caller at a time.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(SavedIndex file)
    {
        var segments = current.Segments;
        if (segments.SequenceEqual(saved)) return;
        file.Save(segments);
        saved = segments;
    }
}
