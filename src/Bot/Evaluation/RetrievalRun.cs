using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evaluation;

/// <summary>The bot's retrieval over a test collection: the ranking of each query, and what it cost.</summary>
/// <param name="Rankings">Per query, documents by their best passage, best first.</param>
internal sealed record RetrievalRun(RetrievalReport Report, IReadOnlyDictionary<string, IReadOnlyList<(string Document, double Score)>> Rankings)
{
    private const int MostDocuments = 100;

    /// <summary>A hundred documents are among them unless some thirty passages of one are all better than another's best.</summary>
    private const int PassagesForRanking = 3000;

    private const int PassagesForTiming = 300;

    /// <param name="progress">Told the share of the text that is indexed, in [0, 1].</param>
    public static RetrievalRun Of(RetrievalSet set, Library library, IProgress<double>? progress = null)
    {
        var (index, seconds, bytes) = Build(set, library.Analyzer, progress);
        var rankings = set.Queries.ToDictionary(query => query.Id, query => Rank(query, index, library));
        // The rankings above were the warm-up.
        var milliseconds = set.Queries.Select(query => Time(query, index, library)).Order().ToList();
        var scores = RankingScores.Mean([.. set.Queries.Select(query => RankingScores.Of([.. rankings[query.Id].Select(ranked => ranked.Document)], set.Relevant[query.Id]))]);
        return new RetrievalRun(
            new RetrievalReport(
                set.Queries.Count, index.Corpus.Documents.Count, index.Count, Round(scores.Ndcg10), Round(scores.Recall100), Round(scores.Mrr10),
                Round(seconds), bytes, SizeOnDisk(index), Round(At(0.5)), Round(At(0.95))),
            rankings);

        double At(double share) => milliseconds[(int)Math.Ceiling(share * milliseconds.Count) - 1];
    }

    /// <summary>One line per query and document, as trec_eval reads them.</summary>
    public IEnumerable<string> ToTrec() =>
        from ranking in Rankings
        from ranked in ranking.Value.Index()
        select FormattableString.Invariant($"{ranking.Key} Q0 {ranked.Item.Document} {ranked.Index + 1} {ranked.Item.Score:F6} bot");

    private static (PassageIndex Index, double Seconds, long Bytes) Build(RetrievalSet set, TextAnalyzer analyzer, IProgress<double>? progress)
    {
        var started = Stopwatch.GetTimestamp();
        Document[] documents = [.. set.Documents.AsParallel().AsOrdered().Where(document => document.Text.Any(char.IsLetter))
            .Select(document => DocumentFile.Build(document.Id, new DocumentMetadata { Title = document.Title is { Length: > 0 } title ? title : null }, document.Text))];
        var read = Stopwatch.GetElapsedTime(started);
        // Collected before and after, which is not part of the building: what is left between is the index.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        started = Stopwatch.GetTimestamp();
        var index = new Indexer(analyzer).Index(new CorpusSnapshot(documents, []), progress: progress);
        var seconds = (read + Stopwatch.GetElapsedTime(started)).TotalSeconds;
        return (index, seconds, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static long SizeOnDisk(PassageIndex index)
    {
        var path = Path.GetTempFileName();
        var file = new SavedIndex(path, []);
        file.Save(index.Segments);
        var size = file.Size;
        File.Delete(path);
        return size;
    }

    private static IReadOnlyList<(string Document, double Score)> Rank(BeirQuery query, PassageIndex index, Library library) =>
        [.. Search(query, index, library, PassagesForRanking).DistinctBy(ranked => ranked.Passage.Document).Take(MostDocuments).Select(ranked => (ranked.Passage.Document.Id, ranked.Score))];

    private static double Time(BeirQuery query, PassageIndex index, Library library)
    {
        var started = Stopwatch.GetTimestamp();
        Search(query, index, library, PassagesForTiming);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IReadOnlyList<RankedPassage> Search(BeirQuery query, PassageIndex index, Library library, int top) =>
        index.Rank(library.Queries.Read(Question.Of(query.Text), index).SearchTerms, top);

    private static double Round(double value) => Math.Round(value, 4);
}

/// <summary>As `eval retrieval --json` writes it. Scores are means over the queries.</summary>
internal sealed record RetrievalReport(
    int Queries, int Documents, int Passages, double Ndcg10, double Recall100, double Mrr10, double IndexSeconds, long IndexBytesMemory, long IndexBytesDisk, double QueryMsP50, double QueryMsP95)
{
    public string ToLine() => JsonSerializer.Serialize(this, RetrievalReportContext.Default.RetrievalReport);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RetrievalReport))]
internal sealed partial class RetrievalReportContext : JsonSerializerContext;
