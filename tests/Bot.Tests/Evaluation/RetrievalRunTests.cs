using Bot.Configuration;
using Bot.Evaluation;
using Bot.Tests.Support;

namespace Bot.Tests.Evaluation;

public class RetrievalRunTests
{
    private readonly string folder = Some.Folder();

    private void Write(string corpus, string queries, string qrels)
    {
        Directory.CreateDirectory(Path.Combine(folder, "qrels"));
        File.WriteAllText(Path.Combine(folder, "corpus.jsonl"), corpus);
        File.WriteAllText(Path.Combine(folder, "queries.jsonl"), queries);
        File.WriteAllText(Path.Combine(folder, "qrels/test.tsv"), qrels);
    }

    private const string Corpus = """
        {"_id":"fox","title":"","text":"A red fox ran over the hill. It was late."}
        {"_id":"whale","title":"Whales","text":"Blue whales sing in the deep. Nobody knows why they sing."}
        {"_id":"empty","title":"","text":"1234"}
        """;

    [Fact]
    public void Documents_are_ranked_by_their_best_passage_and_scored()
    {
        Write(Corpus, """{"_id":"q1","text":"which whales sing"}""" + "\n" + """{"_id":"unjudged","text":"foxes"}""", "query-id\tcorpus-id\tscore\nq1\twhale\t1\nq1\tfox\t0\n");

        var run = RetrievalRun.Of(RetrievalSet.Load(folder), Repository.Library);

        Assert.Equal((1, 2, 1.0, 1.0, 1.0), (run.Report.Queries, run.Report.Documents, run.Report.Ndcg10, run.Report.Recall100, run.Report.Mrr10));
        Assert.Matches(@"^q1 Q0 whale 1 \d+\.\d{6} bot$", Assert.Single(run.ToTrec()));
        Assert.InRange(run.Report.QueryMsP50, 0, run.Report.QueryMsP95);
    }

    [Theory]
    [InlineData("{\"_id\":\"a\"}", "{\"_id\":\"q\",\"text\":\"x\"}", "h\nq\ta\t1", "corpus.jsonl, line 1")]
    [InlineData("{\"_id\":\"a\",\"text\":\"x\"}", "nonsense", "h\nq\ta\t1", "queries.jsonl, line 1")]
    [InlineData("{\"_id\":\"a\",\"text\":\"x\"}", "{\"_id\":\"q\",\"text\":\"x\"}", "h\nq a 1", "test.tsv, line 2")]
    [InlineData("{\"_id\":\"a\",\"text\":\"x\"}", "{\"_id\":\"q\",\"text\":\"x\"}", "h\n", "judges none of the queries")]
    public void What_is_wrong_with_a_set_is_named(string corpus, string queries, string qrels, string words)
    {
        Write(corpus, queries, qrels);

        Assert.Contains(words, Assert.Throws<SettingsException>(() => RetrievalSet.Load(folder)).Message);
    }

    [Fact]
    public void A_file_that_is_missing_is_named() =>
        Assert.Contains("there is no corpus.jsonl", Assert.Throws<SettingsException>(() => RetrievalSet.Load(folder)).Message);
}
