using System.Diagnostics;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Benchmarks;

/// <summary>The index over a large corpus that is the same on every machine: what it takes to build, to keep and to ask.</summary>
internal static class IndexBenchmark
{
    private const int Questions = 206;
    private const int Top = 300;
    private const int Rounds = 5;
    private const double Megabyte = 1e6;

    public static int Run(int passages)
    {
        var lexicon = Lexicon.Load("seeds/lexicon.yaml");
        var analyzer = new TextAnalyzer(lexicon, Glossary.Load("seeds/glossary.yaml"));
        var news = new SyntheticNews(lexicon, YamlFile.Load("seeds/glossary.yaml").Items.SelectMany(entry => entry["en"].Texts));
        var corpus = new CorpusSnapshot([.. news.Articles().Take(passages / SyntheticNews.PassagesInArticle)], []);
        Console.WriteLine($"corpus: {corpus.Documents.Count} articles, {corpus.Documents.Sum(document => (long)document.Text.Length) / Megabyte:F0} MB of text");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        var index = new Indexer(analyzer).Index(corpus);
        Console.WriteLine($"built in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s ({(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} s of processor): {index.Count} passages in {index.Segments.Count} segments, {index.Segments.Sum(segment => (long)segment.PostingBytes.Length) / 1e6:F1} MB of postings, {index.Segments.Sum(segment => (long)segment.Terms.Count)} terms");
        Console.WriteLine($"memory without the text: {(GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte:F0} MB");

        SaveAndLoad(index, corpus);
        var queries = new QueryReader(analyzer);
        var asked = news.Questions(Questions).Distinct().ToList();
        Time("read and ranked", question => index.Rank(queries.Read(question, index).SearchTerms, Top));
        var read = asked.ToDictionary(question => question, question => queries.Read(Question.Of(question), index).SearchTerms.ToList());
        Time("ranked", question => index.Rank(read[question.Text], Top));
        return 0;

        void Time(string what, Action<Question> ask)
        {
            var milliseconds = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var text in asked)
                {
                    var question = Question.Of(text);
                    var begun = Stopwatch.GetTimestamp();
                    ask(question);
                    // The first round warms up.
                    if (round > 0) milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
            }
            Console.WriteLine($"{what}: {Percentiles.Of(milliseconds)}");
        }
    }

    private static void SaveAndLoad(PassageIndex index, CorpusSnapshot corpus)
    {
        var path = Path.GetTempFileName();
        var file = new SavedIndex(path, [1]);
        var saving = Stopwatch.GetTimestamp();
        file.Save(index.Segments);
        Console.WriteLine($"saved in {Stopwatch.GetElapsedTime(saving).TotalSeconds:F2} s: {file.Size / Megabyte:F0} MB");
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var loading = Stopwatch.GetTimestamp();
            file.Load(corpus);
            seconds.Add(Stopwatch.GetElapsedTime(loading).TotalSeconds);
        }
        Console.WriteLine($"loaded in {Percentiles.At(seconds, 0.5):F2} s (median of {seconds.Count}, the file in the system's cache)");
        File.Delete(path);
    }
}
