using System.Buffers;
using System.Collections.Concurrent;
using Bot.Corpus;

namespace Bot.Retrieval;

internal readonly record struct RankedPassage(Passage Passage, double Score);

/// <summary>
/// Inverted index of passages, ranked by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
/// Beyond", 2009). Immutable once built; one per corpus snapshot.
/// </summary>
internal sealed class PassageIndex
{
    private readonly List<Passage> passages = [];
    private readonly List<int> lengths = [];
    private readonly Dictionary<string, List<Posting>> postings = [];
    private readonly Dictionary<Document, DocumentTerms> documents = [];
    private readonly double averageLength;
    private readonly Lazy<ILookup<char, string>> vocabulary;
    private readonly Lazy<IReadOnlyList<Entity>> named;

    private readonly record struct Posting(int Passage, int Frequency);

    /// <param name="previous">An index over some of the same documents: what it read of them is taken over.</param>
    public PassageIndex(CorpusSnapshot corpus, TextAnalyzer analyzer, PassageIndex? previous = null)
    {
        Corpus = corpus;
        var shared = new ConcurrentDictionary<string, string>();
        var read = corpus.Documents.AsParallel().AsOrdered().Select(document => previous?.documents.GetValueOrDefault(document) ?? DocumentTerms.Of(document, analyzer, shared)).ToList();
        foreach (var (document, terms) in corpus.Documents.Zip(read)) Add(document, terms);
        vocabulary = new Lazy<ILookup<char, string>>(() => postings.Keys.Where(term => term.Length > 0 && term[0] is not ('@' or '#' or '=' or Unit.WordMark or Unit.FrameMark)).ToLookup(term => term[0]));
        named = new Lazy<IReadOnlyList<Entity>>(() => [.. analyzer.Lexicon.Entities.Where(entity => Holds(entity.Term))]);
        averageLength = lengths.Count == 0 ? 1 : Math.Max(1, lengths.Average());
    }

    public CorpusSnapshot Corpus { get; }

    /// <summary>The terms that are neither names of the lexicon nor words of the glossary nor numbers.</summary>
    /// <returns>By their first letter.</returns>
    public ILookup<char, string> Vocabulary => vocabulary.Value;

    /// <summary>What the documents name of the lexicon.</summary>
    public IReadOnlyList<Entity> Named => named.Value;

    public int Count => passages.Count;

    public DocumentTerms TermsOf(Document document) => documents[document];

    /// <summary>Whether any document holds the term.</summary>
    public bool Holds(string term) => postings.ContainsKey(term);

    /// <summary>How rare the term is among the passages; most where none holds it.</summary>
    public double IdfOf(string term)
    {
        var holding = postings.TryGetValue(term, out var list) ? list.Count : 0;
        return Math.Log(1 + (passages.Count - holding + 0.5) / (holding + 0.5));
    }

    public IReadOnlyList<RankedPassage> Rank(IEnumerable<(string Term, double Weight)> query, int top)
    {
        // Rented, since a common word is in most passages of a corpus.
        var rented = ArrayPool<double>.Shared.Rent(passages.Count);
        var scores = rented.AsSpan(0, passages.Count);
        scores.Clear();
        foreach (var (term, weight) in query)
        {
            if (!postings.TryGetValue(term, out var list)) continue;
            var idf = IdfOf(term);
            foreach (var posting in list)
            {
                var norm = RankingParameters.K1 * (1 - RankingParameters.B + RankingParameters.B * lengths[posting.Passage] / averageLength);
                scores[posting.Passage] += weight * idf * posting.Frequency * (RankingParameters.K1 + 1) / (posting.Frequency + norm);
            }
        }
        var best = Best(scores, top);
        ArrayPool<double>.Shared.Return(rented);
        return best;
    }

    /// <summary>The passages with the highest scores, the highest first and of equals the earlier; none without a score.</summary>
    private RankedPassage[] Best(ReadOnlySpan<double> scores, int top)
    {
        var best = new PriorityQueue<int, (double Score, int Earlier)>();
        for (var at = 0; at < scores.Length; at++)
        {
            if (scores[at] <= 0) continue;
            if (best.Count < top) best.Enqueue(at, (scores[at], -at));
            else if (best.TryPeek(out _, out var last) && scores[at] > last.Score) best.DequeueEnqueue(at, (scores[at], -at));
        }
        var ranked = new RankedPassage[best.Count];
        for (var place = ranked.Length - 1; place >= 0; place--)
        {
            var passage = best.Dequeue();
            ranked[place] = new RankedPassage(passages[passage], scores[passage]);
        }
        return ranked;
    }

    private void Add(Document document, DocumentTerms terms)
    {
        documents[document] = terms;
        foreach (var passage in Passage.AllOf(document))
        {
            var inPassage = Enumerable.Range(passage.First, passage.Count).SelectMany(index => terms.Sentences[index]).ToList();
            // A title is read with the lead: the song of "Snuff (song)" may be named nowhere else.
            if (passage.First == 0) inPassage.AddRange(terms.Title);
            foreach (var (term, frequency) in inPassage.CountBy(term => term))
            {
                if (!postings.TryGetValue(term, out var list)) postings[term] = list = [];
                list.Add(new Posting(passages.Count, frequency));
            }
            passages.Add(passage);
            lengths.Add(inPassage.Count);
        }
    }
}
