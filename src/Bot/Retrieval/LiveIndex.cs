using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The index over the corpus folder as it is now. A reload swaps it whole: who holds the old one keeps it to the end.</summary>
internal sealed class LiveIndex
{
    private readonly CorpusFolder folder;
    private readonly TextAnalyzer analyzer;
    private volatile PassageIndex current;

    public LiveIndex(CorpusFolder folder, TextAnalyzer analyzer)
    {
        this.folder = folder;
        this.analyzer = analyzer;
        current = new PassageIndex(folder.Load(), analyzer);
    }

    public PassageIndex Current => current;

    /// <summary>Reads the files that changed; false where none did. One caller at a time.</summary>
    public bool Reload()
    {
        if (folder.Reload() is not { } changed) return false;
        current = new PassageIndex(changed, analyzer, current);
        return true;
    }
}
