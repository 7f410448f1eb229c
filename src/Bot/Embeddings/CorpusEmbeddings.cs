using Bot.Corpus;
using Bot.LanguageModels;

namespace Bot.Embeddings;

/// <summary>The embeddings of a corpus, made batch by batch and kept; in use once all are there.</summary>
internal sealed class CorpusEmbeddings(EmbeddingModel model, EmbeddingCache cache)
{
    private const int TextsAtOnce = 64;

    /// <summary>Models read some thousand characters at most; endpoints refuse what is far longer.</summary>
    private const int MostCharacters = 6_000;

    /// <summary>A model on a processor without a graphics card takes seconds for a batch.</summary>
    private static readonly TimeSpan PatienceForBatch = TimeSpan.FromMinutes(2);

    private volatile PassageVectors? current;

    /// <summary>Null before the first corpus is embedded whole.</summary>
    public PassageVectors? Current => current;

    /// <summary>Takes over what is kept, and has the model embed the rest. What is done stays done, whatever stops it.</summary>
    /// <param name="progress">Told how many of how many passages are embedded.</param>
    /// <exception cref="ModelException">The model is down, or gives no embeddings.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">They cannot be kept.</exception>
    public async Task EmbedAsync(CorpusSnapshot corpus, Action<int, int> progress, CancellationToken stop)
    {
        var passages = PassagesOf(corpus);
        var vectors = Find(passages);
        var missing = Enumerable.Range(0, passages.Count).Where(at => vectors[at] is null).ToList();
        var done = passages.Count - missing.Count;
        foreach (var batch in missing.Chunk(TextsAtOnce))
        {
            progress(done, passages.Count);
            string[] texts = [.. batch.Select(at => TextOf(passages[at]))];
            var embedded = await model.EmbedAsync(texts, PatienceForBatch, stop);
            foreach (var (at, vector) in batch.Zip(embedded)) vectors[at] = QuantizedVector.Of(vector.Span);
            cache.Keep([.. texts.Zip(batch, (text, at) => (text, vectors[at]!))]);
            done += batch.Length;
        }
        current = Of(corpus, passages, vectors);
    }

    /// <summary>Takes over what is kept, if that is all.</summary>
    /// <returns>How many of how many passages are.</returns>
    public (int Embedded, int Passages) Load(CorpusSnapshot corpus)
    {
        var passages = PassagesOf(corpus);
        var vectors = Find(passages);
        var embedded = vectors.Count(vector => vector is not null);
        if (embedded == passages.Count) current = Of(corpus, passages, vectors);
        return (embedded, passages.Count);
    }

    private QuantizedVector?[] Find(List<Passage> passages) => [.. cache.Find([.. passages.Select(TextOf)])];

    private static List<Passage> PassagesOf(CorpusSnapshot corpus) => [.. corpus.Documents.SelectMany(Passage.AllOf)];

    private static PassageVectors Of(CorpusSnapshot corpus, List<Passage> passages, QuantizedVector?[] vectors) =>
        new(corpus, [.. passages.Zip(vectors, (passage, vector) => new EmbeddedPassage(passage, vector!))]);

    /// <summary>A passage seldom says what the whole is about.</summary>
    private static string TextOf(Passage passage)
    {
        var text = $"{passage.Document.Title}\n\n{passage.Text}";
        return text.Length <= MostCharacters ? text : text[..MostCharacters];
    }
}
