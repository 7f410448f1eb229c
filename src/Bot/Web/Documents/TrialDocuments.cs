using Bot.Answering;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Web.Documents;

/// <summary>
/// Documents that somebody tries out: held in memory for one conversation, beside the saved ones or, under the same id, in the
/// place of one. Saved nowhere.
/// </summary>
internal sealed class TrialDocuments(Library library, TimeProvider clock)
{
    public const int MostDocuments = 20;
    private const int MostCharacters = DocumentFile.LargestBytes;

    private const int MostConversations = 50;
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(12);

    private readonly Lock changing = new();
    private readonly Dictionary<string, Trial> trials = [];

    private sealed record Trial(IReadOnlyList<Document> Documents, DateTimeOffset UsedAt)
    {
        /// <summary>Made of <paramref name="Saved"/> and the documents; null until it is needed.</summary>
        public (PassageIndex Saved, PassageIndex Both)? Index { get; init; }
    }

    public IReadOnlyList<Document> Of(string? conversation)
    {
        lock (changing) return conversation is not null && trials.TryGetValue(conversation, out var trial) ? trial.Documents : [];
    }

    /// <summary>What this conversation's questions are answered from.</summary>
    public PassageIndex IndexFor(string? conversation)
    {
        var saved = library.Index.Current;
        lock (changing)
        {
            if (conversation is null || !trials.TryGetValue(conversation, out var trial)) return saved;
            var index = trial.Index is { } made && made.Saved == saved ? made.Both : Index(saved, trial.Documents);
            trials[conversation] = trial with { UsedAt = clock.GetUtcNow(), Index = (saved, index) };
            return index;
        }
    }

    /// <exception cref="DocumentException">The file cannot be used, or there are too many.</exception>
    public Document Try(string conversation, string name, byte[] bytes)
    {
        var document = DocumentFile.Read(name, bytes, new DocumentMetadata { IsOnTrial = true });
        lock (changing)
        {
            Document[] documents = [.. Of(conversation).Where(other => other.Id != document.Id), document];
            if (documents.Length > MostDocuments) throw new DocumentException($"would be one too many: at most {MostDocuments} documents are tried at once; remove one first");
            if (documents.Sum(other => (long)other.Text.Length) > MostCharacters) throw new DocumentException("is too much together with the others; remove one first");
            trials[conversation] = new Trial(documents, clock.GetUtcNow());
            ForgetOld();
        }
        return document;
    }

    public void Remove(string conversation, string id)
    {
        lock (changing)
        {
            Document[] left = [.. Of(conversation).Where(document => document.Id != id)];
            if (left.Length > 0) trials[conversation] = new Trial(left, clock.GetUtcNow());
            else trials.Remove(conversation);
        }
    }

    public void Forget(string conversation)
    {
        lock (changing) trials.Remove(conversation);
    }

    /// <summary>Hands the documents on to the conversation that the same person begins.</summary>
    public void Pass(string? from, string to)
    {
        lock (changing)
        {
            if (from is not null && trials.Remove(from, out var trial)) trials[to] = trial;
        }
    }

    /// <summary>Conversations long left, and of too many those left longest.</summary>
    private void ForgetOld()
    {
        var left = trials.OrderByDescending(trial => trial.Value.UsedAt).Select(trial => trial.Key).ToList();
        foreach (var conversation in left.Where((name, place) => place >= MostConversations || clock.GetUtcNow() - trials[name].UsedAt > Forgotten)) trials.Remove(conversation);
    }

    private PassageIndex Index(PassageIndex saved, IReadOnlyList<Document> tried)
    {
        var corpus = new CorpusSnapshot([.. saved.Corpus.Documents.Where(document => tried.All(other => other.Id != document.Id)), .. tried], saved.Corpus.Problems);
        return new PassageIndex(corpus, library.Analyzer, saved);
    }
}
