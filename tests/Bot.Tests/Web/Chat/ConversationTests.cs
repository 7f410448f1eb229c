using System.Net;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tests.Support;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Web.Chat;

/// <summary>The conversation as a browser without script has it.</summary>
public sealed class ConversationTests : PageTest
{
    private const string Question = "Does Putin agree to European peacekeepers?";

    private static async Task<IEnumerable<string>> SpeakersAsync(PageVisitor visitor, string question) =>
        (await visitor.PostAsync("/", ("question", question))).Page.QuerySelectorAll(".turn:last-child .speaker").Select(speaker => speaker.TextContent);

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ru")]
    public async Task Who_comes_for_the_first_time_finds_examples_that_the_bot_can_do_something_with(string language)
    {
        using var first = Service.Visitor(language);
        var (_, page) = await first.GetAsync("/");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        var examples = page.QuerySelectorAll(".examples button").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Equal(3, examples.Count);
        Assert.Equal(["positions", "voices", ""], await Task.WhenAll(examples.Select(KindAsync)));

        async Task<string> KindAsync(string example)
        {
            using var other = Service.Visitor(language);
            var turn = (await other.PostAsync("/", ("question", example))).Page.QuerySelector(".turn")!;
            return turn.QuerySelector(".positions") is not null ? "positions" : turn.QuerySelector(".quote") is not null ? "voices" : "";
        }
    }

    [Fact]
    public async Task Positions_stand_under_their_speakers_and_cite_the_exact_words()
    {
        var (_, page) = await Visitor.PostAsync("/", ("question", Question));

        Assert.Equal(["Donald Trump", "Dmitry Peskov", "Sergei Lavrov"], page.QuerySelectorAll(".position .speaker").Select(speaker => speaker.TextContent));
        foreach (var quote in page.QuerySelectorAll(".quote"))
        {
            var (_, document) = await Visitor.GetAsync(quote.QuerySelector(".cite")!.GetAttribute("href")!.Split('#')[0]);
            Assert.Equal(quote.QuerySelector("p")!.FirstChild!.TextContent.Trim(), document.QuerySelector("#cited")!.TextContent);
        }
    }

    [Fact]
    public async Task How_old_the_sources_are_is_said()
    {
        await using var dated = await PageService.WithDocumentsAsync(
            ("bridge.md", "---\npublished: 2025-02-26\n---\nThe bridge at Orlen was opened on 4 May 2011."), ("tower.md", "The tower at Orlen was opened on 9 June 2013."));
        using var reader = dated.Visitor();

        Assert.Contains("As of 2025-02-26", await reader.AskAsync("When was the bridge at Orlen opened?"));
        var undated = await reader.AskAsync("When was the tower at Orlen opened?");
        Assert.Contains("undated", undated);
        Assert.DoesNotContain("As of", undated);
    }

    [Fact]
    public async Task What_the_sources_do_not_say_comes_with_what_is_nearest()
    {
        var turn = (await Visitor.PostAsync("/", ("question", "What did Macron tell Zelenskyy about a quick deal?"))).Page.QuerySelector(".turn")!;

        Assert.Equal(["The sources do not say.", "The nearest they do say:"], turn.QuerySelectorAll(".opening").Select(words => words.TextContent));
        Assert.NotEmpty(turn.QuerySelectorAll(".quote .cite"));
    }

    [Fact]
    public async Task A_question_may_lean_on_the_one_before()
    {
        await Visitor.AskAsync(Question);

        Assert.Equal(["Donald Trump"], await SpeakersAsync(Visitor, "And what did he say?"));
    }

    [Fact]
    public async Task A_question_that_could_be_in_two_languages_is_in_that_of_the_conversation()
    {
        await Visitor.AskAsync("Что сказал Макрон?");

        Assert.Equal("ru", (await Visitor.PostAsync("/", ("question", "А Трамп?"))).Page.QuerySelector(".turn:last-child .answer")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_command_of_Telegrams_is_not_taken_for_a_question()
    {
        var (response, page) = await Visitor.PostAsync("/", ("question", "/forget"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Commands are for Telegram", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task After_half_an_hour_of_silence_it_does_not()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await PageService.StartAsync(clock: clock);
        using var visitor = service.Visitor();
        await visitor.AskAsync(Question);

        clock.Advance(Retention.Conversation + TimeSpan.FromSeconds(1));

        Assert.NotEqual(["Donald Trump"], await SpeakersAsync(visitor, "And what did he say?"));
    }

    [Fact]
    public async Task A_conversation_is_ones_own_and_is_there_after_a_restart()
    {
        await Visitor.AskAsync(Question);
        var port = Service.Address.Port;
        await Service.StopAsync();
        Service = await PageService.StartAsync(database: Service.Database, port: port);

        Assert.Contains(Question, (await Visitor.GetAsync("/")).Page.QuerySelector(".turns")!.TextContent);
        using var other = Service.Visitor();
        Assert.Empty((await other.GetAsync("/")).Page.QuerySelectorAll(".turn"));
    }

    [Fact]
    public async Task A_new_conversation_begins_empty_and_leans_on_nothing()
    {
        await Visitor.AskAsync(Question);

        var (_, page) = await Visitor.PostAsync("/conversations");

        Assert.Empty(page.QuerySelectorAll(".turn"));
        Assert.NotEqual(["Donald Trump"], await SpeakersAsync(Visitor, "And what did he say?"));
    }

    [Fact]
    public async Task A_long_conversation_shows_its_newest_turns_and_leads_to_the_others()
    {
        for (var number = 1; number <= 52; number++) await Visitor.AskAsync($"Question {number} about peacekeepers?");

        var (_, newest) = await Visitor.GetAsync("/");
        var (_, earlier) = await Visitor.GetAsync(newest.QuerySelector(".earlier a")!.GetAttribute("href")!);

        Assert.Equal(("Question 3 about peacekeepers?", "Question 52 about peacekeepers?"), (newest.QuerySelectorAll(".question")[0].TextContent, newest.QuerySelectorAll(".question")[^1].TextContent));
        Assert.Equal(["Question 1 about peacekeepers?", "Question 2 about peacekeepers?"], earlier.QuerySelectorAll(".question").Select(question => question.TextContent));
        Assert.Null(earlier.QuerySelector("textarea"));
    }

    [Theory]
    [InlineData("up", 1)]
    [InlineData("down", -1)]
    public async Task A_vote_is_kept_and_shown(string vote, int stored)
    {
        var (_, before) = await Visitor.PostAsync("/", ("question", Question));

        var (_, page) = await Visitor.PostAsync(before.QuerySelector(".votes")!.GetAttribute("action")!, ("vote", vote));

        Assert.Equal(vote, page.QuerySelector(".votes [aria-pressed=true]")!.GetAttribute("value"));
        Assert.Equal(stored, Service.Stored<int>("SELECT vote FROM page_turns"));
    }

    [Fact]
    public async Task Nobody_votes_in_the_conversation_of_another()
    {
        var (_, page) = await Visitor.PostAsync("/", ("question", Question));
        using var other = Service.Visitor();
        await other.AskAsync(Question);

        var (response, _) = await other.PostAsync(page.QuerySelector(".votes")!.GetAttribute("action")!, ("vote", "down"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, Service.Stored<int>("SELECT SUM(vote) FROM page_turns"));
    }

    [Fact]
    public async Task An_answer_that_comes_in_parts_is_the_one_that_a_reload_shows()
    {
        var parts = await Visitor.StreamAsync(Question, "q1");

        Assert.Equal(["beginning", "voice", "voice", "voice", "end"], parts.Select(part => part.Part));
        var (_, page) = await Visitor.GetAsync("/");
        var streamed = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(parts[0].Html);
        streamed.QuerySelector(".voices")!.InnerHtml = string.Concat(parts.Where(part => part.Part == "voice").Select(part => part.Html));
        streamed.QuerySelector(".answer")!.InnerHtml += parts[^1].Html;
        Assert.Equal(Essence(page.QuerySelector(".turn")!), Essence(streamed.QuerySelector(".turn")!));

        static string Essence(AngleSharp.Dom.IElement element) => System.Text.RegularExpressions.Regex.Replace(element.OuterHtml, @">\s+<", "><");
    }

    [Fact]
    public async Task A_question_sent_again_gets_the_answer_it_got()
    {
        var first = await Visitor.StreamAsync(Question, "q1");
        var again = await Visitor.StreamAsync(Question, "q1");

        Assert.Equal(first, again);
        Assert.Equal(1, Service.Stored<int>("SELECT COUNT(*) FROM page_turns"));
    }

    [Fact]
    public async Task While_the_database_is_locked_the_reason_is_said_and_afterwards_all_is_well()
    {
        using (var other = new Database($"Data Source={Service.Database}").Open())
        using (other.BeginTransaction(deferred: false))
        {
            var (response, page) = await Visitor.PostAsync("/", ("question", Question));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("cannot be saved at the moment", page.QuerySelector("[role=alert]")!.TextContent);
            Assert.Contains("keeping the page's conversations: the database is locked by another program", await HealthAsync());
        }

        Assert.Contains("Donald Trump", await Visitor.AskAsync(Question));
        Assert.DoesNotContain("conversations", await HealthAsync());

        async Task<string> HealthAsync()
        {
            using var http = new HttpClient();
            using var health = await http.GetAsync(new Uri(Service.Address, "/health"));
            return System.Text.RegularExpressions.Regex.Unescape(await health.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_database_that_somebody_deleted_is_missed_within_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await PageService.StartAsync(clock: clock);
        using var visitor = service.Visitor();
        await visitor.AskAsync(Question);

        File.Delete(service.Database);

        using var http = new HttpClient();
        await TelegramBot.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            using var health = await http.GetAsync(new Uri(service.Address, "/health"));
            return health.StatusCode == HttpStatusCode.ServiceUnavailable && (await health.Content.ReadAsStringAsync()).Contains("is gone");
        });
    }

    [Fact]
    public async Task Who_reads_the_database_cannot_take_part_in_a_conversation()
    {
        await Visitor.AskAsync(Question);

        Assert.NotEqual(Assert.Single(Visitor.Cookies.GetAllCookies()).Value, Service.Stored<string>("SELECT conversation FROM page_turns"));
    }

    [Fact]
    public async Task Once_the_database_works_again_health_says_so_though_nobody_asks()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await PageService.StartAsync(clock: clock);
        using var visitor = service.Visitor();
        using var http = new HttpClient();
        using (var other = new Database($"Data Source={service.Database}").Open())
        using (other.BeginTransaction(deferred: false))
        {
            await visitor.PostAsync("/", ("question", Question));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(new Uri(service.Address, "/health"))).StatusCode);
        }

        await TelegramBot.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return (await http.GetAsync(new Uri(service.Address, "/health"))).StatusCode == HttpStatusCode.OK;
        });
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_damaged_turn_does_not_hide_the_others(string damaged)
    {
        await Visitor.AskAsync(Question);
        await Visitor.AskAsync("Who is the Kremlin spokesperson?");
        using (var connection = new Database($"Data Source={Service.Database}").Open()) connection.Execute("UPDATE page_turns SET answer = @damaged WHERE turn_id = (SELECT MIN(turn_id) FROM page_turns)", new { damaged });

        Assert.Equal("Who is the Kremlin spokesperson?", (await Visitor.GetAsync("/")).Page.QuerySelectorAll(".question").Single().TextContent);
    }

    [Fact]
    public async Task What_was_asked_is_deleted_when_its_time_is_over()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await PageService.StartAsync(clock: clock);
        using var visitor = service.Visitor();
        await visitor.AskAsync(Question);

        clock.Advance(TimeSpan.FromDays(31));

        await TelegramBot.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromMinutes(2));
            return service.Stored<int>("SELECT COUNT(*) FROM page_turns") == 0;
        });
    }

    [Theory]
    [InlineData("uk", "Запитати")]
    [InlineData("ru", "Спросить")]
    public async Task A_language_is_chosen_at_once_and_remembered(string language, string ask)
    {
        await Visitor.AskAsync(Question);

        var (_, page) = await Visitor.PostAsync("/language", ("language", language), ("back", "/"));

        Assert.Equal((language, ask), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector(".ask button")!.TextContent));
        Assert.Contains("The sources give differing positions", page.QuerySelector(".turn")!.TextContent);
        Assert.Equal(language, (await Visitor.GetAsync("/documents")).Page.DocumentElement.GetAttribute("lang"));
    }
}
