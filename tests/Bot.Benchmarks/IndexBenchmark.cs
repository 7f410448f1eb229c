using System.Diagnostics;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evaluation;
using Bot.Linguistics;
using Bot.Retrieval;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks;

/// <summary>The index over large corpora that are the same everywhere: what it takes to build, to keep and to ask, beside SQLite's FTS5.</summary>
internal static class IndexBenchmark
{
    private const int Questions = 206;
    private const int QuestionsForSqlite = 50;
    private const int Top = 300;
    private const int Rounds = 5;
    private const double Megabyte = 1e6;

    /// <param name="cases">The folder that the command `cases` wrote.</param>
    /// <param name="sizes">In passages.</param>
    public static int Run(DirectoryInfo cases, IReadOnlyList<int> sizes)
    {
        var articles = new RecombinedArticles([.. new[] { "clapnq.jsonl", "xquad.jsonl" }.SelectMany(file => CaseFile.Load(Path.Combine(cases.FullName, file)))]);
        var asked = articles.Questions(Questions);
        Console.WriteLine($"articles of {articles.Sentences} different sentences, {asked.Count} questions, the top {Top} passages of each");
        foreach (var size in sizes)
        {
            var analyzer = new TextAnalyzer(Lexicon.Load("seeds/lexicon.yaml"), Glossary.Load("seeds/glossary.yaml"));
            var corpus = new CorpusSnapshot([.. articles.Articles(size / RecombinedArticles.PassagesInArticle)], []);
            Console.WriteLine($"\n{corpus.Documents.Count} articles, {corpus.Documents.Sum(document => (long)document.Text.Length) / Megabyte:F0} MB of text");
            var index = Build(corpus, analyzer);
            SaveAndLoad(index, corpus);
            var own = Rank(index, new QueryReader(analyzer), asked);
            var sqlite = RankInSqlite(corpus, asked, analyzer);
            Console.WriteLine($"    SQLite takes {sqlite / own:F0} times as long");
        }
        return 0;
    }

    private static PassageIndex Build(CorpusSnapshot corpus, TextAnalyzer analyzer)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var index = new Indexer(analyzer).Index(corpus);
        Console.WriteLine($"    built in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s ({(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F1} s of processor): {index.Count} passages, {index.Segments.Count} segments, {index.Segments.Sum(segment => (long)segment.Terms.Count)} terms");
        Console.WriteLine($"    memory without the text {(GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte:F0} MB, of it postings {index.Segments.Sum(segment => (long)segment.PostingBytes.Length) / Megabyte:F0} MB");
        return index;
    }

    private static void SaveAndLoad(PassageIndex index, CorpusSnapshot corpus)
    {
        var path = Path.GetTempFileName();
        var file = new SavedIndex(path, [1]);
        var saving = Stopwatch.GetTimestamp();
        file.Save(index.Segments);
        Console.WriteLine($"    saved in {Stopwatch.GetElapsedTime(saving).TotalSeconds:F2} s: {file.Size / Megabyte:F0} MB");
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var loading = Stopwatch.GetTimestamp();
            file.Load(corpus);
            seconds.Add(Stopwatch.GetElapsedTime(loading).TotalSeconds);
        }
        Console.WriteLine($"    loaded in {Percentiles.At(seconds, 0.5):F2} s (median of {Rounds}, the file in the system's cache)");
        File.Delete(path);
    }

    /// <returns>The median in milliseconds, from the question's text to the ranked passages.</returns>
    private static double Rank(PassageIndex index, QueryReader queries, IReadOnlyList<string> asked)
    {
        var milliseconds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in asked)
            {
                var begun = Stopwatch.GetTimestamp();
                index.Rank(queries.Read(Question.Of(question), index).SearchTerms, Top);
                // The first round warms up.
                if (round > 0) milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
        Console.WriteLine($"    read and ranked: {Percentiles.Of(milliseconds)}");
        return Percentiles.At(milliseconds, 0.5);
    }

    /// <summary>The same passages and the content words of the same questions, joined by OR, in SQLite's full-text index.</summary>
    /// <returns>The median in milliseconds.</returns>
    private static double RankInSqlite(CorpusSnapshot corpus, IReadOnlyList<string> asked, TextAnalyzer analyzer)
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        database.Execute("CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize='porter')");
        var building = Stopwatch.GetTimestamp();
        using (var transaction = database.BeginTransaction())
        using (var insert = database.CreateCommand())
        {
            insert.CommandText = "INSERT INTO passages(text) VALUES ($text)";
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var passage in corpus.Documents.SelectMany(Passage.AllOf))
            {
                text.Value = passage.Text;
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        var built = Stopwatch.GetElapsedTime(building).TotalSeconds;
        var milliseconds = new List<double>();
        foreach (var question in asked.Take(QuestionsForSqlite))
        {
            var words = analyzer.Analyze(question, Language.English).Where(unit => unit.CountsInQueries).Select(unit => $"\"{unit.Word}\"");
            var begun = Stopwatch.GetTimestamp();
            _ = database.Query<long>($"SELECT rowid FROM passages WHERE passages MATCH $words ORDER BY rank LIMIT {Top}", new { words = string.Join(" OR ", words) }).ToList();
            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        Console.WriteLine($"    SQLite FTS5: built in {built:F1} s on one core, ranked: {Percentiles.Of(milliseconds)}");
        return Percentiles.At(milliseconds, 0.5);
    }
}
