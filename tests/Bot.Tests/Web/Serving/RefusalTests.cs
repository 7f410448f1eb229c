using System.Net;
using Bot.Tests.Support;

namespace Bot.Tests.Web.Serving;

/// <summary>What the page does not do for others than the people at this machine.</summary>
public sealed class RefusalTests : PageTest
{
    private Task<HttpResponseMessage> PostAsync(string path, string? origin) => Visitor.SendAsync(HttpMethod.Post, path, request =>
    {
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("question", "Who is the Kremlin spokesperson?"), KeyValuePair.Create("language", "uk")]);
        if (origin is not null) request.Headers.Add("Origin", origin);
    });

    private string Own => Service.Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.7:8080")]
    public async Task A_name_that_was_made_to_point_here_is_refused(string host)
    {
        using var response = await Visitor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Host = host);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("<html", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task What_another_site_has_a_browser_send_is_refused_and_leaves_nothing_behind(string? origin)
    {
        Assert.Contains("/conversations/forget", Service.PostPaths);
        foreach (var path in Service.PostPaths)
        {
            using var response = await PostAsync(path, origin);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal(0, Service.Stored<int>("SELECT COUNT(*) FROM page_turns"));
    }

    [Fact]
    public async Task A_body_larger_than_any_question_is_refused_in_words()
    {
        var (response, page) = await Visitor.PostAsync("/", ("question", new string('x', 80_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("That is too large", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_question_longer_than_a_message_in_Telegram_is_refused_in_words()
    {
        var (response, page) = await Visitor.PostAsync("/", ("question", new string('x', 4097)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("4096 characters at most", page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--y\r\ncut off")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "question=x")]
    [InlineData(null, "question=x")]
    public async Task What_is_no_form_is_refused_in_words_wherever_it_is_posted(string? type, string body)
    {
        foreach (var path in Service.PostPaths.Where(path => !path.StartsWith("/conversations", StringComparison.Ordinal)))
        {
            using var response = await Visitor.SendAsync(HttpMethod.Post, path, request =>
            {
                request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
                if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                request.Headers.Add("Origin", Own);
            });

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains("could not be read", await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/nowhere", "There is no such page")]
    [InlineData("/document?id=nothing", "There is no such document")]
    [InlineData("/?before=soon", "could not be read")]
    [InlineData("/document?id=european-peacekeepers-and-the-path-to-peace&start=x", "could not be read")]
    public async Task A_wrong_address_is_answered_in_words(string path, string words)
    {
        var (response, page) = await Visitor.GetAsync(path);

        Assert.InRange((int)response.StatusCode, 400, 404);
        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/é")]
    public async Task The_way_back_after_choosing_a_language_leads_nowhere_else(string back)
    {
        using var response = await Visitor.SendAsync(HttpMethod.Post, "/language", request =>
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("language", "uk"), KeyValuePair.Create("back", back)]);
            request.Headers.Add("Origin", Own);
        });

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nothing_from_elsewhere_may_be_loaded_or_run()
    {
        var (response, page) = await Visitor.GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.All(page.QuerySelectorAll("script, link, img"), element => Assert.StartsWith("/assets/", element.GetAttribute("src") ?? element.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("[style], [onclick], script:not([src])"));
    }

    [Fact]
    public async Task No_cookie_is_set_before_there_is_something_to_remember()
    {
        await Visitor.GetAsync("/");
        await Visitor.GetAsync("/documents");
        await Visitor.PostAsync("/", ("question", " "));
        await Visitor.TryAsync("picture.png", "x");
        await Visitor.PostAsync("/conversations");
        Assert.Empty(Visitor.Cookies.GetAllCookies());

        await Visitor.AskAsync("Who is the Kremlin spokesperson?");

        var cookie = Assert.Single(Visitor.Cookies.GetAllCookies());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(default, cookie.Expires);
    }

    [Fact]
    public async Task Cookies_are_for_this_page_alone()
    {
        using var asked = await PostAsync("/", Own);
        using var chosen = await PostAsync("/language", Own);

        Assert.All([asked, chosen], response => Assert.Contains("samesite=strict; httponly", response.Headers.GetValues("Set-Cookie").Single()));
    }

    [Fact]
    public async Task Where_a_setting_names_the_public_address_that_one_is_answered_too()
    {
        await using var shown = await PageService.StartAsync(settings => settings with { Web = settings.Web with { PublicUrl = new Uri("https://ask.example.org") } });
        using var reader = shown.Visitor();

        using var response = await reader.SendAsync(HttpMethod.Post, "/", request =>
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("question", "Who is the Kremlin spokesperson?")]);
            request.Headers.Host = "ask.example.org";
            request.Headers.Add("Origin", "https://ask.example.org");
        });

        Assert.Contains("secure", response.Headers.GetValues("Set-Cookie").Single());
    }
}
