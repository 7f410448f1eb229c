using Bot.LanguageModels;
using Bot.Retrieval;

namespace Bot.Embeddings;

/// <summary>The passages that may answer a question: by its words, and where the whole corpus is embedded by its meaning, too.</summary>
/// <param name="model">Null where none is set.</param>
internal sealed class PassageSearch(EmbeddingModel? model = null, CorpusEmbeddings? embeddings = null)
{
    /// <summary>Whoever asks waits no longer; the words are enough then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is in use beside the words; null while that is nothing.</summary>
    public PassageVectors? Vectors => embeddings?.Current;

    /// <summary>The best passages, the best first.</summary>
    public async Task<IReadOnlyList<RankedPassage>> RankAsync(Query query, PassageIndex index, int top, CancellationToken stop = default)
    {
        if (Vectors is not { } vectors || vectors.Corpus != index.Corpus) return index.Rank(query.SearchTerms, top);
        var embedding = EmbedAsync(query.Text, stop);
        var byWords = index.Rank(query.SearchTerms, Math.Max(top, Fusion.Candidates));
        return await embedding is { } question ? Fusion.Rank(byWords, query.ShareKnownTo(index), vectors, question, top) : [.. byWords.Take(top)];
    }

    /// <returns>Null where the model is down or slow.</returns>
    private async Task<QuantizedVector?> EmbedAsync(string question, CancellationToken stop)
    {
        try
        {
            return QuantizedVector.Of((await model!.EmbedAsync([question], Patience, stop))[0].Span);
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
