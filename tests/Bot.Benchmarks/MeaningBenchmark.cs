using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.Evaluation;
using Bot.LanguageModels;
using Bot.Retrieval;
using ModelApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>What an embedding model adds to the ranking by words: nDCG@10 of each alone and of both, on even and on odd lines.</summary>
internal static class MeaningBenchmark
{
    private const int Passages = 1000;
    private const int Judged = 10;
    private const int TextsAtOnce = 32;

    private sealed record Embedder(string Name, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> EmbedAsync);

    public static async Task<int> RunAsync(IReadOnlyList<DirectoryInfo> sets, Uri? endpoint, IReadOnlyList<string> models, CancellationToken stop)
    {
        var analyzer = new TextAnalyzer(Lexicon.Load("seeds/lexicon.yaml"), Glossary.Load("seeds/glossary.yaml"));
        foreach (var folder in sets)
        {
            var set = RetrievalSet.Load(folder.FullName);
            var corpus = new CorpusSnapshot([.. set.Documents.Select(document => DocumentFile.Build(document.Id, new DocumentMetadata { Title = document.Title is { Length: > 0 } title ? title : null }, document.Text))], []);
            var index = new Indexer(analyzer).Index(corpus);
            Console.WriteLine($"\n{folder.Name}: {set.Queries.Count} questions, {index.Count} passages; nDCG@10 on even and odd lines");
            foreach (var embedder in endpoint is null ? StandIns(set) : models.Select(name => Served(endpoint, name, stop)))
            {
                await MeasureAsync(set, index, new QueryReader(analyzer), embedder);
            }
        }
        Time();
        return 0;
    }

    private static async Task MeasureAsync(RetrievalSet set, PassageIndex index, QueryReader queries, Embedder embedder)
    {
        List<Passage> passages = [.. index.Corpus.Documents.SelectMany(Passage.AllOf)];
        var vectors = new PassageVectors(index.Corpus, [.. passages.Zip(await EmbedAsync(embedder, [.. passages.Select(passage => $"{passage.Document.Title}\n\n{passage.Text}")]), (passage, vector) => new EmbeddedPassage(passage, vector))]);
        var questions = await EmbedAsync(embedder, [.. set.Queries.Select(query => query.Text)]);
        var scores = new (double Words, double Meaning, double Both)[set.Queries.Count];
        for (var at = 0; at < scores.Length; at++)
        {
            var query = set.Queries[at];
            var read = queries.Read(Question.Of(query.Text), index);
            var byWords = index.Rank(read.SearchTerms, Passages);
            var cosines = vectors.Cosines(questions[at]);
            scores[at] = (
                Score(byWords.Select(ranked => ranked.Passage)),
                Score(Enumerable.Range(0, passages.Count).OrderByDescending(place => cosines[place]).Select(place => passages[place])),
                Score(Fusion.Rank(byWords, read.ShareKnownTo(index), vectors, questions[at], Passages).Select(ranked => ranked.Passage)));

            double Score(IEnumerable<Passage> ranking) => RankingScores.Of([.. ranking.Select(passage => passage.Document.Id).Distinct().Take(Judged)], set.Relevant[query.Id]).Ndcg10;
        }
        Console.WriteLine($"    {embedder.Name,-28} words {Halves(score => score.Words)}   meaning {Halves(score => score.Meaning)}   both {Halves(score => score.Both)}");

        string Halves(Func<(double Words, double Meaning, double Both), double> of) =>
            string.Join(' ', scores.Index().GroupBy(score => score.Index % 2).OrderBy(half => half.Key).Select(half => half.Average(score => of(score.Item)).ToString("F4", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<IReadOnlyList<QuantizedVector>> EmbedAsync(Embedder embedder, IReadOnlyList<string> texts)
    {
        var vectors = new List<QuantizedVector>();
        foreach (var batch in texts.Chunk(TextsAtOnce)) vectors.AddRange((await embedder.EmbedAsync(batch)).Select(vector => QuantizedVector.Of(vector)));
        return vectors;
    }

    private static Embedder Served(Uri endpoint, string name, CancellationToken stop)
    {
        var model = new EmbeddingModel(new HttpClient(), new ModelSettings { Endpoint = endpoint, EmbeddingName = name }, TimeProvider.System);
        return new Embedder(name, async texts => [.. (await model.EmbedAsync(texts, TimeSpan.FromMinutes(5), stop)).Select(vector => vector.ToArray())]);
    }

    /// <summary>One that knows nothing, one that knows the letters of words, and ones that know the answer, more or less blurred.</summary>
    private static IEnumerable<Embedder> StandIns(RetrievalSet set)
    {
        yield return new Embedder("knows nothing", texts => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(text => Noise(text))]));
        yield return new Embedder("knows words by their hash", texts => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(HashingEmbedder.Embed)]));
        var answers = set.Queries.GroupBy(query => query.Text).ToDictionary(same => same.Key, same => set.Relevant[same.First().Id].Keys.First());
        var documents = set.Documents.ToDictionary(document => document.Id, document => document.Text);
        foreach (var blur in (double[])[8, 6, 5, 4, 3])
        {
            yield return new Embedder($"knows the answer, blurred {blur}", texts => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(text => answers.TryGetValue(text, out var answer) ? Blurred(DocumentVector(documents[answer]), Noise(text), blur) : DocumentVector(text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]))]));
        }
    }

    /// <summary>Whatever passage of a document begins as it does is near its questions.</summary>
    private static float[] DocumentVector(string text) => Noise(text.TrimStart()[..Math.Min(20, text.TrimStart().Length)]);

    private static float[] Blurred(float[] vector, float[] noise, double blur) => [.. vector.Zip(noise, (value, other) => (float)(value + blur * other))];

    private static float[] Noise(string text)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        return [.. Enumerable.Range(0, 384).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    private static void Time()
    {
        Console.WriteLine();
        var document = DocumentFile.Build("d", new DocumentMetadata { Title = "-" }, "One sentence.");
        foreach (var (size, dimensions) in new[] { (10_000, 1024), (100_000, 1024), (310_000, 1024), (310_000, 384) })
        {
            var random = new Random(1);
            var vectors = new PassageVectors(new CorpusSnapshot([document], []), [.. Enumerable.Range(0, size).Select(number => new EmbeddedPassage(new Passage(document, number), Random(random, dimensions)))]);
            var question = Random(random, dimensions);
            var milliseconds = new List<double>();
            for (var round = 0; round < 60; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                Fusion.Rank([], 1, vectors, question, 300);
                if (round >= 10) milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            Console.WriteLine($"{size} passages of {dimensions} dimensions, {size * (long)dimensions / 1e6:F0} MB: by meaning {Percentiles.Of(milliseconds)}");
        }
    }

    private static QuantizedVector Random(Random random, int dimensions) => QuantizedVector.Of([.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5))]);
}
