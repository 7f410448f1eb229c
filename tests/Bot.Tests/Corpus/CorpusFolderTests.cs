using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Corpus;

public class CorpusFolderTests
{
    private readonly string folder = Some.Folder();
    private int written;

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        // Two writes within one tick of the file system's clock must still differ.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(++written));
    }

    private CorpusFolder Folder() => new(folder, []);

    [Fact]
    public void Broken_files_are_named_with_their_reason_and_the_rest_load()
    {
        Write("good.txt", "A good text.");
        Write("empty.txt", "");
        Write("bad.md", "---\ntitel: x\n---\nText.");
        Write("paper.pdf", "%PDF");
        Write("same.txt", "Another text.");
        Write("same.meta.yaml", "id: good");
        Write("lost.meta.yaml", "title: nobody");
        File.WriteAllBytes(Path.Combine(folder, "binary.txt"), [0, 1, 2, 3, 0, 0, 7]);
        using (var huge = File.Create(Path.Combine(folder, "huge.txt"))) huge.SetLength(100L * 1024 * 1024);

        var corpus = Folder().Load();

        Assert.Equal("good", Assert.Single(corpus.Documents).Id);
        var reasons = corpus.Problems.ToDictionary(problem => problem.File, problem => problem.Reason);
        Assert.Equal(["bad.md", "binary.txt", "empty.txt", "huge.txt", "lost.meta.yaml", "paper.pdf", "same.txt"], reasons.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("titel", reasons["bad.md"]);
        Assert.Contains("binary", reasons["binary.txt"]);
        Assert.Contains("is empty", reasons["empty.txt"]);
        Assert.Contains("100 MB", reasons["huge.txt"]);
        Assert.Contains("good.txt has already", reasons["same.txt"]);
    }

    public static TheoryData<string, string> HostileFiles => new()
    {
        { "quotes.md", string.Concat(Enumerable.Repeat(">", 3000)) + " text" },
        { "brackets.md", new string('[', 100_000) + " text" },
        { "circle.md", "---\nid: x\n? &k [*k]\n: y\n---\ntext" },
        { "deep.md", "---\ntitle: " + new string('[', 5000) + "\n---\ntext" },
        { "dashes.txt", "---\n---: x\nfoo" },
        { "deep.html", string.Concat(Enumerable.Repeat("<div>", 50_000)) + "text" },
    };

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public void A_hostile_file_costs_nobody_but_itself(string name, string text)
    {
        Write("good.txt", "A good text.");
        Write(name, text);

        var corpus = Folder().Load();

        Assert.NotNull(corpus.Find("good"));
        Assert.All(corpus.Problems, problem => Assert.Equal(name, problem.File));
    }

    [Fact]
    public void A_link_in_a_circle_is_not_followed_and_hidden_folders_are_not_looked_into()
    {
        Write("good.txt", "A good text.");
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "sub", "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(folder, "sub", "again"), "..");
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        File.WriteAllText(Path.Combine(folder, ".git", "HEAD"), "ref");

        var corpus = Folder().Load();

        Assert.Equal("good", Assert.Single(corpus.Documents).Id);
        Assert.Empty(corpus.Problems);
    }

    [Fact]
    public void What_a_page_hides_is_not_quoted()
    {
        Write("a.html", "<article><p>The dam stands.</p><p style=\"display:none\">Putin said the dam fell.</p></article>");

        Assert.Equal("The dam stands.\n", Folder().Load().Documents.Single().Text);
    }

    [Fact]
    public void A_changed_file_is_reloaded_alone()
    {
        Write("a.txt", "Alpha spoke.");
        Write("b.txt", "Beta spoke.");
        var corpus = Folder();
        var before = corpus.Load();
        Assert.Null(corpus.Reload());

        Write("b.txt", "Beta was silent.");
        var after = corpus.Reload()!;

        Assert.Same(before.Find("a"), after.Find("a"));
        Assert.Equal("Beta was silent.", after.Find("b")!.Text);
        Assert.Equal("Beta spoke.", before.Find("b")!.Text);
    }

    [Fact]
    public void A_file_that_breaks_keeps_its_last_good_version()
    {
        Write("a.md", "Alpha spoke.");
        var corpus = Folder();
        corpus.Load();

        Write("a.md", "---\ntitel: x\n---\nAlpha was silent.");
        var after = corpus.Reload()!;

        Assert.Equal("Alpha spoke.\n", Assert.Single(after.Documents).Text);
        Assert.Contains("last good version", Assert.Single(after.Problems).Reason);
    }

    [Fact]
    public void A_file_taken_away_is_gone()
    {
        Write("a.txt", "Alpha spoke.");
        var corpus = Folder();
        corpus.Load();

        File.Delete(Path.Combine(folder, "a.txt"));

        Assert.Empty(corpus.Reload()!.Documents);
    }

    [Fact]
    public void An_answer_in_progress_keeps_the_documents_it_began_with()
    {
        Write("a.txt", "The bridge was opened on 4 May 2011.");
        var live = new LiveIndex(Folder(), Repository.Library.Analyzer);
        var held = live.Current;

        Write("a.txt", "The bridge was opened on 5 June 2012.");
        Assert.True(live.Reload());

        var question = Bot.Conversations.Question.Of("When was the bridge opened?");
        Assert.Contains("4 May 2011", Some.Answer(question, held).Statements[0].Text);
        Assert.Contains("5 June 2012", Some.Answer(question, live.Current).Statements[0].Text);
    }
}
