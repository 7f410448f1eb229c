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
    private const int MostDocuments = 20;
    private const int MostCharacters = 16_000_000;

    private const int MostConversations = 50;
    private const int MostCharactersInAll = 2 * MostCharacters;
    private static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    private readonly Lock changing = new();
    private readonly Dictionary<string, Trial> trials = [];

    /// <param name="Saved">The index that <paramref name="Both"/> adds the documents to, when somebody asks.</param>
    private sealed record Trial(IReadOnlyList<Document> Documents, DateTimeOffset UsedAt, PassageIndex Saved, Lazy<PassageIndex> Both);

    /// <summary>What this conversation's questions are answered from.</summary>
    public PassageIndex IndexFor(string? conversation)
    {
        var saved = library.Index.Current;
        Trial trial;
        lock (changing)
        {
            ForgetOld();
            if (conversation is null || !trials.TryGetValue(conversation, out var tried)) return saved;
            trials[conversation] = trial = tried.Saved == saved ? tried with { UsedAt = clock.GetUtcNow() } : Begin(tried.Documents, tried);
        }
        // Outside the lock: a large document must not hold up the others.
        return trial.Both.Value;
    }

    /// <exception cref="DocumentException">The file cannot be used.</exception>
    public static Document Read(string name, byte[] bytes) => DocumentFile.Read(name, bytes, new DocumentMetadata { IsOnTrial = true });

    /// <exception cref="DocumentException">There are too many.</exception>
    public void Add(string conversation, Document document)
    {
        lock (changing)
        {
            Document[] documents = [.. DocumentsOf(conversation).Where(other => other.Id != document.Id), document];
            if (documents.Length > MostDocuments) throw new DocumentException($"would be one too many: at most {MostDocuments} documents are tried at once; remove one first");
            if (Characters(documents) > MostCharacters) throw new DocumentException("is too much together with the others; remove one first");
            trials[conversation] = Begin(documents, trials.GetValueOrDefault(conversation));
            ForgetOld();
        }
    }

    public void Remove(string conversation, string id)
    {
        lock (changing)
        {
            Document[] left = [.. DocumentsOf(conversation).Where(document => document.Id != id)];
            if (left.Length > 0) trials[conversation] = Begin(left, trials[conversation]);
            else trials.Remove(conversation);
        }
    }

    public void Forget(string conversation)
    {
        lock (changing) trials.Remove(conversation);
    }

    /// <summary>Hands the documents on to the conversation that the same person begins.</summary>
    public void Pass(string from, string to)
    {
        lock (changing)
        {
            if (trials.Remove(from, out var trial)) trials[to] = trial;
        }
    }

    private IReadOnlyList<Document> DocumentsOf(string conversation) => trials.TryGetValue(conversation, out var trial) ? trial.Documents : [];

    /// <param name="before">What it takes the place of: documents that it read are not read again.</param>
    private Trial Begin(IReadOnlyList<Document> documents, Trial? before)
    {
        var saved = library.Index.Current;
        var read = before is { Both.IsValueCreated: true } ? before.Both.Value : saved;
        return new Trial(documents, clock.GetUtcNow(), saved, new Lazy<PassageIndex>(() => Index(saved, documents, read)));
    }

    /// <summary>Conversations long left, and of too many or too much those left longest.</summary>
    private void ForgetOld()
    {
        var characters = 0L;
        foreach (var ((conversation, trial), place) in trials.OrderByDescending(trial => trial.Value.UsedAt).Select((trial, place) => (trial, place)).ToList())
        {
            characters += Characters(trial.Documents);
            if (place >= MostConversations || characters > MostCharactersInAll || clock.GetUtcNow() - trial.UsedAt > IdleLimit) trials.Remove(conversation);
        }
    }

    private static long Characters(IReadOnlyList<Document> documents) => documents.Sum(document => (long)document.Text.Length);

    private PassageIndex Index(PassageIndex saved, IReadOnlyList<Document> tried, PassageIndex read)
    {
        var corpus = new CorpusSnapshot([.. saved.Corpus.Documents.Where(document => tried.All(other => other.Id != document.Id)), .. tried], saved.Corpus.Problems);
        return new Indexer(library.Analyzer).Index(corpus, read.Segments);
    }
}
