namespace Bot.Corpus;

/// <summary>The documents at one moment. Immutable: an answer in progress keeps the one it began with.</summary>
public sealed record CorpusSnapshot(IReadOnlyList<Document> Documents, IReadOnlyList<CorpusProblem> Problems)
{
    private readonly Dictionary<string, Document> byId = Documents.ToDictionary(document => document.Id);

    public Document? Find(string id) => byId.GetValueOrDefault(id);
}
