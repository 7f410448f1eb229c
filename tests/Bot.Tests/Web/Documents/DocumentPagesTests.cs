using System.Net;
using System.Text;
using Bot.Tests.Support;

namespace Bot.Tests.Web.Documents;

public sealed class DocumentPagesTests : PageTest
{
    private const string Bridge = "The bridge at Orlen was opened on 4 May 2011. It carries trains.";

    [Fact]
    public async Task What_the_bot_knows_is_listed_with_all_that_is_known_of_it()
    {
        var (_, page) = await Visitor.GetAsync("/documents");

        var listed = page.QuerySelector(".documents li")!.TextContent;
        Assert.All(["European peacekeepers, security guarantees", "undated", "describes late February 2025 (inferred)", "editor", "English", "22"], known => Assert.Contains(known, listed));
    }

    [Fact]
    public async Task A_document_is_shown_sentence_by_sentence()
    {
        var (_, page) = await Visitor.GetAsync("/document?id=european-peacekeepers-and-the-path-to-peace");

        var sentences = page.QuerySelectorAll(".sentence").Select(sentence => sentence.TextContent).ToList();
        Assert.Equal(22, sentences.Count);
        Assert.Equal("6Russia’s opposition to NATO troops stems from deep-seated concerns about national security and regional influence.", sentences[5]);
    }

    [Fact]
    public async Task Problems_found_are_listed()
    {
        await using var other = await PageService.WithDocumentsAsync(("good.txt", Bridge), ("table.xlsx", "x"), ("empty.md", ""));
        using var reader = other.Visitor();

        var problems = (await reader.GetAsync("/documents")).Page.QuerySelector(".problems")!.TextContent;

        Assert.Contains("is not one of .md, .txt, .html, .htm", problems);
        Assert.Contains("is empty", problems);
    }

    [Fact]
    public async Task A_document_on_trial_answers_is_marked_and_is_nobody_elses()
    {
        var (_, page) = await Visitor.TryAsync("orlen-bridge.txt", Bridge);
        Assert.Contains("on trial, not saved", page.QuerySelector(".documents li")!.TextContent);

        var answer = await Visitor.AskAsync("When was the bridge at Orlen opened?");

        Assert.Contains("opened on 4 May 2011", answer);
        Assert.Contains("on trial, not saved", answer);
        using var other = Service.Visitor();
        Assert.Contains("The sources do not say", await other.AskAsync("When was the bridge at Orlen opened?"));
        Assert.False(File.Exists(Path.Combine(Repository.Settings.Corpus.Folder, "orlen-bridge.txt")));
    }

    [Fact]
    public async Task The_words_for_passing_on_say_that_a_document_was_only_tried()
    {
        await Visitor.TryAsync("orlen-bridge.txt", Bridge);

        var (_, page) = await Visitor.PostAsync("/", ("question", "When was the bridge at Orlen opened?"));

        Assert.Contains("[1] orlen bridge; on trial, not saved; undated", page.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public async Task A_document_on_trial_takes_the_place_of_the_one_with_its_id_and_gives_it_back()
    {
        const string Id = "european-peacekeepers-and-the-path-to-peace";
        await Visitor.TryAsync($"{Id}.txt", Bridge);
        Assert.Equal(2, (await Visitor.GetAsync($"/document?id={Id}")).Page.QuerySelectorAll(".sentence").Length);

        await Visitor.PostAsync("/documents/remove", ("id", Id));

        Assert.Equal(22, (await Visitor.GetAsync($"/document?id={Id}")).Page.QuerySelectorAll(".sentence").Length);
    }

    [Fact]
    public async Task A_new_conversation_keeps_the_documents_on_trial()
    {
        await Visitor.TryAsync("orlen-bridge.txt", Bridge);

        await Visitor.PostAsync("/conversations");

        Assert.Contains("opened on 4 May 2011", await Visitor.AskAsync("When was the bridge at Orlen opened?"));
    }

    [Fact]
    public async Task An_answer_whose_document_was_only_tried_stands_when_that_is_gone()
    {
        await Visitor.TryAsync("orlen-bridge.txt", Bridge);
        var (_, asked) = await Visitor.PostAsync("/", ("question", "When was the bridge at Orlen opened?"));
        await Visitor.PostAsync("/documents/remove", ("id", "orlen-bridge"));

        Assert.Contains("opened on 4 May 2011", (await Visitor.GetAsync("/")).Page.QuerySelector(".turn")!.TextContent);
        var (response, page) = await Visitor.GetAsync(asked.QuerySelector(".cite")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("or it was on trial and was removed", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_document_that_has_changed_since_it_was_quoted_says_so_and_marks_nothing()
    {
        await Visitor.TryAsync("orlen-bridge.txt", Bridge);
        var (_, asked) = await Visitor.PostAsync("/", ("question", "When was the bridge at Orlen opened?"));
        await Visitor.TryAsync("orlen-bridge.txt", "The bridge at Orlen was opened on 5 May 2012. It carries trains.");

        var (_, page) = await Visitor.GetAsync(asked.QuerySelector(".cite")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Contains("has changed since it was quoted", page.QuerySelector(".notice")!.TextContent);
        Assert.Null(page.QuerySelector("mark"));
    }

    [Theory]
    [InlineData("picture.png", "x", "is not one of .md, .txt, .html, .htm")]
    [InlineData("empty.txt", "", "is empty")]
    [InlineData("numbers.txt", "1 2 3", "holds no words")]
    [InlineData("broken.md", "---\ntitle: x\n", "does not end with")]
    [InlineData("unclosed.md", "---\ntitle: [unclosed\npublished: 31-31-2025\n---\nText", "a bracket or a quote may not be closed")]
    [InlineData(".txt", "The bridge was opened.", "needs an id")]
    [InlineData("lines.md", "---\nid: \"a\\nb\"\n---\nThe bridge was opened.", "needs an id, without line ends")]
    [InlineData("character.md", "---\ntitle: \"\\UFFFFFFFF\"\n---\nThe bridge was opened.", "cannot be read")]
    [InlineData("binary.txt", "a\u0001\u0002b", "is binary")]
    public async Task A_file_that_cannot_be_tried_says_why(string name, string text, string reason)
    {
        var (response, page) = await Visitor.TryAsync(name, text);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var alert = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains(name, alert);
        Assert.Contains(reason, alert);
    }

    [Fact]
    public async Task A_file_that_no_reader_was_made_for_says_so_and_leaves_the_others_to_be_tried()
    {
        var (_, page) = await Visitor.TryAsync("nested.md", string.Concat(Enumerable.Repeat("> ", 5000)) + "The bridge was opened.");

        Assert.Contains("nested.md", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task What_is_said_of_a_document_is_of_a_length_that_can_be_shown()
    {
        var (_, page) = await Visitor.TryAsync("long.md", $"---\ntitle: {new string('x', 5000)}\n---\n{Bridge}");

        Assert.Contains("has 5000 characters in 'title'; the most is 1000", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_file_too_large_for_a_document_is_refused_in_words()
    {
        var (response, page) = await Visitor.TryAsync("huge.txt", new byte[17 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is 17 MB; the most is 16 MB", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task No_more_documents_are_tried_at_once_than_can_be_held()
    {
        for (var number = 0; number < 20; number++) await Visitor.TryAsync($"d{number}.txt", Bridge);

        var (_, page) = await Visitor.TryAsync("d20.txt", Bridge);

        Assert.Contains("one too many", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_cited_sentence_deep_in_a_long_document_is_on_the_page_that_its_number_leads_to()
    {
        var text = new StringBuilder();
        for (var number = 1; number <= 900; number++) text.Append($"Ship {number} left harbour {number}. ");
        await Visitor.TryAsync("ships.txt", text.Append("The bridge at Orlen was opened on 4 May 2011.").ToString());

        var (_, asked) = await Visitor.PostAsync("/", ("question", "When was the bridge at Orlen opened?"));
        var (_, page) = await Visitor.GetAsync(asked.QuerySelector(".cite")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal("The bridge at Orlen was opened on 4 May 2011.", page.QuerySelector("#cited")!.TextContent);
        Assert.Equal("801 to 901 of 901", page.QuerySelector(".paging span")!.TextContent);
        var (_, previous) = await Visitor.GetAsync(page.QuerySelector(".paging a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("601 to 800 of 901", previous.QuerySelector(".paging span")!.TextContent);
    }

    [Fact]
    public async Task Many_documents_are_listed_in_parts_and_found_by_their_words()
    {
        await using var other = await PageService.WithDocumentsAsync([.. Enumerable.Range(0, 60).Select(number => ($"report-{number:00}.txt", Bridge))]);
        using var reader = other.Visitor();

        var (_, first) = await reader.GetAsync("/documents");
        var (_, second) = await reader.GetAsync(first.QuerySelector(".paging a[rel=next]")!.GetAttribute("href")!);
        var (_, found) = await reader.GetAsync("/documents?find=REPORT-57");

        Assert.Equal((50, 10, 1), (first.QuerySelectorAll(".documents > li").Length, second.QuerySelectorAll(".documents > li").Length, found.QuerySelectorAll(".documents > li").Length));
    }

    [Theory]
    [InlineData("a/b?c=d&e#f")]
    [InlineData("..")]
    [InlineData("<script>")]
    [InlineData("Київ 'звіт' \"1\"")]
    public async Task Any_id_leads_to_its_document(string id)
    {
        var (_, page) = await Visitor.TryAsync("x.md", $"---\nid: '{id.Replace("'", "''")}'\ntitle: Found\n---\n{Bridge}");

        var (_, document) = await Visitor.GetAsync(page.QuerySelector(".documents h2 a")!.GetAttribute("href")!);

        Assert.Equal("Found", document.QuerySelector("h1")!.TextContent);
    }
}
