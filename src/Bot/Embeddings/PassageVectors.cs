using Bot.Corpus;

namespace Bot.Embeddings;

internal sealed record EmbeddedPassage(Passage Passage, QuantizedVector Vector);

/// <summary>All passages of a corpus with their embeddings, in the order of the corpus. Immutable.</summary>
internal sealed class PassageVectors
{
    /// <summary>What is worth a core of its own.</summary>
    private const int Share = 10_000;

    private readonly Dictionary<Document, int> firsts = [];

    public PassageVectors(CorpusSnapshot corpus, IReadOnlyList<EmbeddedPassage> passages)
    {
        (Corpus, Passages) = (corpus, passages);
        for (var at = 0; at < passages.Count; at++) firsts.TryAdd(passages[at].Passage.Document, at);
    }

    public CorpusSnapshot Corpus { get; }

    public IReadOnlyList<EmbeddedPassage> Passages { get; }

    /// <summary>Where among the passages one stands.</summary>
    public int PlaceOf(Passage passage) => firsts[passage.Document] + passage.Number;

    /// <summary>How near each passage is to a question.</summary>
    /// <returns>Cosines, in the order of the passages.</returns>
    public float[] Cosines(QuantizedVector question)
    {
        var cosines = new float[Passages.Count];
        Parallel.For(0, (cosines.Length + Share - 1) / Share, part =>
        {
            for (var at = part * Share; at < Math.Min(cosines.Length, (part + 1) * Share); at++) cosines[at] = Passages[at].Vector.Cosine(question);
        });
        return cosines;
    }
}
