namespace Bot.Corpus;

/// <summary>The documents at one moment. Immutable: an answer in progress keeps the one it began with.</summary>
internal sealed record CorpusSnapshot(IReadOnlyList<Document> Documents, IReadOnlyList<CorpusProblem> Problems)
{
    public Document? Find(string id) => Documents.FirstOrDefault(document => document.Id == id);
}
