using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Web.Chat;

/// <summary>The conversation as people have it, in a real browser.</summary>
[Collection(InBrowser.Name)]
public sealed class ChatInBrowserTests(Browser browser) : IAsyncLifetime
{
    private const string Question = "Does Putin agree to European peacekeepers?";

    private PageService service = null!;

    public async Task InitializeAsync() => service = await PageService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task<OpenPage> OpenAsync(BrowserNewContextOptions? options = null, string path = "/")
    {
        var open = await browser.OpenAsync(service.Address, options);
        await open.Page.GotoAsync(path);
        return open;
    }

    private static BrowserNewContextOptions Wide => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    private static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 800 } };

    [SkippableFact]
    public async Task An_example_is_asked_by_a_click_and_answered()
    {
        await using var open = await OpenAsync();

        await open.Page.Locator(".examples button").First.ClickAsync();

        await open.AnsweredAsync(Question);
        Assert.Equal(0, await open.Page.Locator("#empty").CountAsync());
        Assert.Empty(open.Errors);
    }

    [SkippableFact]
    public async Task Positions_stand_side_by_side_where_there_is_room_and_below_each_other_on_a_phone()
    {
        await using var wide = await OpenAsync(Wide);
        var (left, right) = await FirstTwoAsync(await wide.AskAsync(Question));
        Assert.Equal(left.Y, right.Y);
        Assert.True(right.X > left.X + left.Width);

        await using var phone = await OpenAsync(Phone);
        var (upper, lower) = await FirstTwoAsync(await phone.AskAsync(Question));
        Assert.Equal(upper.X, lower.X);
        Assert.True(lower.Y > upper.Y + upper.Height);

        static async Task<(LocatorBoundingBoxResult, LocatorBoundingBoxResult)> FirstTwoAsync(ILocator turn) =>
            ((await turn.Locator(".position").Nth(0).BoundingBoxAsync())!, (await turn.Locator(".position").Nth(1).BoundingBoxAsync())!);
    }

    [SkippableFact]
    public async Task A_quote_unfolds_into_what_stands_around_it()
    {
        await using var open = await OpenAsync();
        var turn = await open.AskAsync("When is the European summit in Brussels?");

        await turn.Locator("summary").First.ClickAsync();

        Assert.Contains("The focus is on preventing future conflicts", await turn.Locator(".context").First.InnerTextAsync());
        Assert.StartsWith("The March 6 European summit", await turn.Locator(".context mark").First.InnerTextAsync());
    }

    [SkippableFact]
    public async Task A_citation_opens_the_document_beside_the_answer_with_the_cited_words_marked_and_in_sight()
    {
        await using var open = await OpenAsync(Wide);
        var turn = await open.AskAsync("When is the European summit in Brussels?");

        await turn.Locator(".cite").First.ClickAsync();

        var cited = open.Page.Locator("#panel #cited");
        await Assertions.Expect(cited).ToBeInViewportAsync();
        Assert.StartsWith("The March 6 European summit in Brussels", await cited.InnerTextAsync());
        await Assertions.Expect(turn.Locator(".quote").First).ToBeInViewportAsync();
        Assert.Equal("/", new Uri(open.Page.Url).AbsolutePath);

        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open.Page.Locator("#panel")).ToBeHiddenAsync();
        await open.FocusedAsync(".cite");
    }

    [SkippableFact]
    public async Task Reading_on_in_a_long_source_leads_back_to_the_answer_all_the_same()
    {
        await using var open = await OpenAsync(Wide, "/documents");
        var text = "The bridge at Orlen was opened on 4 May 2011. " + string.Concat(Enumerable.Range(1, 300).Select(number => $"Ship {number} left harbour {number}. "));
        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = "ships.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await open.Page.Locator(".badge.trial").First.WaitForAsync();
        await open.Page.GotoAsync("/");
        await (await open.AskAsync("When was the bridge at Orlen opened?")).Locator(".cite").First.ClickAsync();

        await open.Page.Locator("#panel [rel=next]").First.ClickAsync();
        await open.Page.Locator("#panel #s301").WaitForAsync();
        await open.Page.Keyboard.PressAsync("Escape");

        await open.FocusedAsync(".cite");
        Assert.Equal(0, await open.Page.Locator("a.open").CountAsync());
    }

    [SkippableFact]
    public async Task A_source_that_is_gone_is_said_to_be_gone()
    {
        await using var open = await OpenAsync(Wide);
        var turn = await open.AskAsync("When is the European summit in Brussels?");
        await turn.Locator(".cite").First.EvaluateAsync("cite => cite.href = '/document?id=gone'");

        await turn.Locator(".cite").First.ClickAsync();

        await Assertions.Expect(open.Page.Locator("#panel-body")).ToContainTextAsync("There is no such document");
    }

    [SkippableFact]
    public async Task On_a_phone_the_source_lies_over_the_conversation_and_nothing_is_wider_than_the_screen()
    {
        await using var open = await OpenAsync(Phone);
        var turn = await open.AskAsync(Question);

        await turn.Locator(".cite").First.ClickAsync();

        await Assertions.Expect(open.Page.Locator("#panel #cited")).ToBeInViewportAsync();
        Assert.Equal(390, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await open.Page.Locator("#panel-close").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#panel")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_reload_keeps_the_conversation_and_what_is_being_typed()
    {
        await using var open = await OpenAsync();
        var before = await (await open.AskAsync(Question)).Locator(".answer").InnerTextAsync();
        await open.Page.FillAsync("#question", "And what about");

        await open.Page.ReloadAsync();

        Assert.Equal(before, await open.Turns.Locator(".answer").InnerTextAsync());
        await Assertions.Expect(open.Page.Locator("#question")).ToHaveValueAsync("And what about");
    }

    [SkippableFact]
    public async Task A_language_is_switched_at_once_with_conversation_and_typing_kept()
    {
        await using var open = await OpenAsync();
        await open.AskAsync(Question);
        await open.Page.FillAsync("#question", "And what about");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Українська" }).ClickAsync();

        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", "uk");
        await Assertions.Expect(open.Page.Locator(".ask button")).ToHaveTextAsync("Запитати");
        await Assertions.Expect(open.Page.Locator("#question")).ToHaveValueAsync("And what about");
        Assert.Equal(1, await open.Turns.CountAsync());
        await open.Page.GotoAsync("/documents");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Що знає бот");
    }

    [SkippableFact]
    public async Task A_vote_shows_and_is_there_after_a_reload()
    {
        await using var open = await OpenAsync();
        var turn = await open.AskAsync(Question);

        await turn.GetByRole(AriaRole.Button, new() { Name = "This answer helps" }).ClickAsync();

        await Assertions.Expect(turn.Locator("[value=up]")).ToHaveAttributeAsync("aria-pressed", "true");
        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Turns.Locator("[value=up]")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Empty(open.Errors);
    }

    [SkippableFact]
    public async Task An_answer_is_copied_with_its_sources()
    {
        await using var open = await OpenAsync();
        await open.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var turn = await open.AskAsync("When is the European summit in Brussels?");

        await turn.Locator("[data-copy]").ClickAsync();

        await Assertions.Expect(turn.Locator(".actions .said")).ToHaveTextAsync("Copied");
        var copied = await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("The March 6 European summit in Brussels is seen as a pivotal moment", copied);
        Assert.Contains("[1] European peacekeepers, security guarantees and the path to peace in Ukraine; undated", copied);
    }

    [SkippableFact]
    public async Task The_keyboard_alone_asks_reads_the_source_and_comes_back()
    {
        await using var open = await OpenAsync(Wide);
        await open.FocusedAsync("#question");
        await open.Page.Keyboard.TypeAsync("When is the European summit");
        await open.Page.Keyboard.PressAsync("Shift+Enter");
        await open.Page.Keyboard.TypeAsync("in Brussels?");
        await open.Page.Keyboard.PressAsync("Enter");
        var turn = await open.AnsweredAsync("in Brussels?");
        await open.FocusedAsync("#question");

        // Backwards from the box: votes, copying, the source, the words around the quote, its number.
        for (var step = 0; step < 10 && await turn.Locator(".cite:focus").CountAsync() == 0; step++) await open.Page.Keyboard.PressAsync("Shift+Tab");
        await open.Page.Keyboard.PressAsync("Enter");

        await open.FocusedAsync("#panel-title");
        await Assertions.Expect(open.Page.Locator("#panel #cited")).ToBeInViewportAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await open.FocusedAsync(".cite");
    }

    [SkippableFact]
    public async Task While_the_bot_is_away_that_is_said_and_what_was_asked_is_answered_once_when_it_is_back()
    {
        await using var open = await OpenAsync();
        await open.AskAsync(Question);
        var port = service.Address.Port;
        await service.StopAsync();

        await open.Page.FillAsync("#question", "When is the European summit in Brussels?");
        await open.Page.PressAsync("#question", "Enter");
        await Assertions.Expect(open.Page.Locator("#gone")).ToBeVisibleAsync();
        await Assertions.Expect(open.Turns.Last.Locator(".said")).ToHaveTextAsync("Waiting for the bot …");

        service = await PageService.StartAsync(database: service.Database, port: port);
        await open.AnsweredAsync("When is the European summit in Brussels?");
        await Assertions.Expect(open.Page.Locator("#gone")).ToBeHiddenAsync();
        Assert.Equal(2, service.Stored<int>("SELECT COUNT(*) FROM page_turns"));
        await open.Page.ReloadAsync();
        Assert.Equal(2, await open.Turns.CountAsync());
    }

    [SkippableFact]
    public async Task While_the_bot_is_away_no_button_leads_off_the_page()
    {
        await using var open = await OpenAsync();
        await open.AskAsync(Question);
        await service.StopAsync();

        await open.Page.Locator("#anew").ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Українська" }).ClickAsync();
        await open.Turns.Locator("[value=up]").ClickAsync();

        await Assertions.Expect(open.Turns.Locator(".actions .said")).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(open.Page.Locator("#gone")).ToBeVisibleAsync();
        Assert.Equal(1, await open.Turns.CountAsync());
    }

    [SkippableFact]
    public async Task The_way_back_closes_the_source_and_stays_with_the_answer()
    {
        await using var open = await OpenAsync(Phone);
        await (await open.AskAsync(Question)).Locator(".cite").First.ClickAsync();
        await open.Page.Locator("#panel #cited").WaitForAsync();

        await open.Page.GoBackAsync();

        await Assertions.Expect(open.Page.Locator("#panel")).ToBeHiddenAsync();
        Assert.Equal(1, await open.Turns.CountAsync());
    }

    [SkippableFact]
    public async Task That_the_bot_is_away_is_noticed_without_asking()
    {
        await using var open = await OpenAsync();
        var port = service.Address.Port;

        await service.StopAsync();
        await Assertions.Expect(open.Page.Locator("#gone")).ToBeVisibleAsync(new() { Timeout = 10_000 });

        service = await PageService.StartAsync(database: service.Database, port: port);
        await Assertions.Expect(open.Page.Locator("#gone")).ToBeHiddenAsync(new() { Timeout = 10_000 });
    }

    [SkippableFact]
    public async Task An_answer_cut_off_half_way_is_asked_for_again_and_stands_once()
    {
        await using var open = await OpenAsync();
        var cut = 0;
        await open.Page.RouteAsync("**/turns", async route =>
        {
            if (cut++ > 0)
            {
                await route.ContinueAsync();
                return;
            }
            var whole = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = whole, Body = (await whole.TextAsync())[..^300] });
        });

        var turn = await open.AskAsync(Question);

        Assert.Equal(2, cut);
        Assert.Equal((1, 3, 1), (await open.Turns.CountAsync(), await turn.Locator(".position").CountAsync(), await turn.Locator(".foot").CountAsync()));
        Assert.Equal(1, service.Stored<int>("SELECT COUNT(*) FROM page_turns"));
    }

    [SkippableTheory]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("{broken")]
    public async Task What_a_browser_has_kept_wrongly_keeps_nobody_from_asking(string kept)
    {
        await using var open = await OpenAsync();
        await open.Page.EvaluateAsync("kept => { sessionStorage.setItem('waiting', kept); sessionStorage.setItem('typed', kept); }", kept);
        await open.Page.ReloadAsync();

        await open.AskAsync(Question);

        Assert.Equal(1, await open.Turns.CountAsync());
        Assert.Empty(open.Errors);
    }

    [SkippableFact]
    public async Task A_proxy_without_the_bot_behind_it_is_waited_for()
    {
        await using var open = await OpenAsync();
        var asked = 0;
        await open.Page.RouteAsync("**/turns", route => asked++ < 2 ? route.FulfillAsync(new() { Status = 502, Body = "<h1>Bad gateway</h1>" }) : route.ContinueAsync());

        await open.AskAsync(Question);

        Assert.Equal(3, asked);
        Assert.Equal(1, await open.Turns.CountAsync());
    }

    [SkippableFact]
    public async Task Of_two_sources_asked_for_the_later_one_is_shown()
    {
        await using var open = await OpenAsync(Wide);
        var turn = await open.AskAsync(Question);
        var first = (await turn.Locator(".cite").Nth(0).EvaluateAsync<string>("cite => cite.href.split('#')[0]"))!;
        var secondIsShown = new TaskCompletionSource();
        await open.Page.RouteAsync("**/document?*", async route =>
        {
            if (route.Request.Url == first) await secondIsShown.Task;
            await route.ContinueAsync();
        });
        var panel = open.Page.Locator("#panel #cited");

        await turn.Locator(".cite").Nth(0).ClickAsync();
        await turn.Locator(".cite").Nth(1).ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("However, the Kremlin");
        secondIsShown.SetResult();
        await Task.Delay(500);

        Assert.StartsWith("However, the Kremlin", await panel.InnerTextAsync());
    }

    [SkippableTheory]
    [InlineData("<h1>Welcome to the network of this hotel</h1>\n")]
    [InlineData("")]
    public async Task What_is_no_answer_of_the_bots_is_given_up_in_words(string body)
    {
        await using var open = await OpenAsync();
        var asked = 0;
        await open.Page.RouteAsync("**/turns", route =>
        {
            asked++;
            return route.FulfillAsync(new() { Status = 200, Body = body });
        });

        await open.Page.FillAsync("#question", Question);
        await open.Page.PressAsync("#question", "Enter");

        await Assertions.Expect(open.Turns.Locator("[role=alert]")).ToContainTextAsync("Something went wrong here", new() { Timeout = 20_000 });
        Assert.Equal(5, asked);
    }

    [SkippableFact]
    public async Task An_answer_that_breaks_off_every_time_is_given_up_in_words_and_the_question_is_not_lost()
    {
        await using var open = await OpenAsync();
        await open.Page.RouteAsync("**/turns", async route =>
        {
            var whole = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = whole, Body = (await whole.TextAsync())[..^300] });
        });

        await open.Page.FillAsync("#question", Question);
        await open.Page.PressAsync("#question", "Enter");

        await Assertions.Expect(open.Turns.Locator("[role=alert]")).ToContainTextAsync("Something went wrong here", new() { Timeout = 20_000 });
        await Assertions.Expect(open.Page.Locator("#question")).ToHaveValueAsync(Question);
    }

    [SkippableFact]
    public async Task A_question_whose_answer_was_missed_by_a_reload_stands_once_after_it()
    {
        await using var open = await OpenAsync();
        var answered = new TaskCompletionSource();
        await open.Page.RouteAsync("**/turns", async route =>
        {
            // The first time, the server has answered and the page hears nothing of it.
            if (answered.Task.IsCompleted)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            answered.SetResult();
        });
        await open.Page.FillAsync("#question", Question);
        await open.Page.PressAsync("#question", "Enter");
        await answered.Task;

        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.Locator(".turn.pending")).ToHaveCountAsync(0, new() { Timeout = 20_000 });

        await Assertions.Expect(open.Turns.Locator(".foot")).ToHaveCountAsync(1);
        await Assertions.Expect(open.Turns).ToHaveCountAsync(1);
        Assert.Equal(1, service.Stored<int>("SELECT COUNT(*) FROM page_turns"));
    }

    [SkippableFact]
    public async Task Several_questions_at_once_are_answered_in_their_order()
    {
        await using var open = await OpenAsync();
        var allAsked = new TaskCompletionSource();
        await open.Page.RouteAsync("**/turns", async route =>
        {
            await allAsked.Task;
            await route.ContinueAsync();
        });

        foreach (var question in new[] { Question, "Who is the Kremlin spokesperson?", "When is the European summit in Brussels?" })
        {
            await open.Page.FillAsync("#question", question);
            await open.Page.PressAsync("#question", "Enter");
        }
        await Assertions.Expect(open.Page.Locator(".turn.pending")).ToHaveCountAsync(3);
        allAsked.SetResult();
        await open.AnsweredAsync("When is the European summit in Brussels?");

        await Assertions.Expect(open.Turns).ToHaveCountAsync(3);
        foreach (var (turn, (question, words)) in new[] { (Question, "He has no problem with it"), ("Who is the Kremlin spokesperson?", "through spokesperson Dmitry Peskov"), ("When is the European summit in Brussels?", "The March 6 European summit") }.Index())
        {
            await Assertions.Expect(open.Turns.Nth(turn).Locator(".question")).ToHaveTextAsync(question);
            await Assertions.Expect(open.Turns.Nth(turn).Locator(".quote").First).ToContainTextAsync(words);
            await Assertions.Expect(open.Turns.Nth(turn).Locator(".foot")).ToHaveCountAsync(1);
        }
    }

    [SkippableFact]
    public async Task What_the_server_refuses_is_said_where_it_was_asked_and_nothing_typed_is_lost()
    {
        await using var open = await OpenAsync();
        await open.Page.EvaluateAsync("() => document.getElementById('question').removeAttribute('maxlength')");
        var tooLong = new string('x', 4200);

        await open.Page.FillAsync("#question", tooLong);
        await open.Page.PressAsync("#question", "Enter");

        await Assertions.Expect(open.Turns.Last.Locator("[role=alert]")).ToHaveTextAsync("That is too long. A question may have 4096 characters at most.");
        await Assertions.Expect(open.Page.Locator("#question")).ToHaveValueAsync(tooLong);
    }

    [SkippableFact]
    public async Task A_new_conversation_begins_empty()
    {
        await using var open = await OpenAsync();
        await open.AskAsync(Question);

        await open.Page.Locator("#anew").ClickAsync();

        await Assertions.Expect(open.Page.Locator("#empty")).ToBeVisibleAsync();
        Assert.Equal(0, await open.Turns.CountAsync());
    }

    [SkippableFact]
    public async Task A_conversation_is_deleted_at_once_and_for_good()
    {
        await using var open = await OpenAsync();
        await open.AskAsync(Question);

        await open.Page.GetByText("Delete this conversation").ClickAsync();
        await open.Page.Locator("#forget").ClickAsync();

        await Assertions.Expect(open.Page.Locator("#empty")).ToBeVisibleAsync();
        Assert.Empty(await open.Context.CookiesAsync());
        Assert.All([service.Database, service.Database + "-wal"], file => Assert.DoesNotContain("peacekeepers", ReadWhileOpen(file)));

        static string ReadWhileOpen(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    [SkippableFact]
    public async Task A_long_answer_without_a_place_to_break_stays_within_a_phone()
    {
        await using var open = await OpenAsync(Phone, "/documents");
        var text = $"The bridge at Orlen was opened on 4 May 2011 {new string('w', 700)}.";
        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = $"{new string('n', 120)}.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await open.Page.Locator(".badge.trial").First.WaitForAsync();
        Assert.Equal(390, await WidthAsync(open));

        await open.Page.GotoAsync("/");
        var turn = await open.AskAsync("When was the bridge at Orlen opened?");
        Assert.Equal(390, await WidthAsync(open));
        await turn.Locator(".cite").First.ClickAsync();
        await open.Page.Locator("#panel #cited").WaitForAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.getElementById('panel-body').scrollWidth <= 390"));

        static Task<int> WidthAsync(OpenPage open) => open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
    }

    [SkippableFact]
    public async Task Who_wants_no_motion_sees_none()
    {
        await using var still = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await using var moving = await OpenAsync();

        Assert.Equal("0s", await TransitionAsync(still));
        Assert.NotEqual("0s", await TransitionAsync(moving));

        static Task<string> TransitionAsync(OpenPage open) => open.Page.Locator(".ask button").EvaluateAsync<string>("button => getComputedStyle(button).transitionDuration");
    }
}
