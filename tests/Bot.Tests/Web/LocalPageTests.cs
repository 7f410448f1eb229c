using System.Net;
using Bot.Configuration;
using Bot.Tests.Support;
using Bot.Web;
using Microsoft.AspNetCore.Builder;

namespace Bot.Tests.Web;

public sealed class LocalPageTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication service = BotService.Build(Repository.Settings with { Web = new WebSettings { Url = new Uri("http://127.0.0.1:0") } }, Repository.Library);
    private readonly HttpClient http = new();

    public async Task InitializeAsync()
    {
        await service.StartAsync();
        http.BaseAddress = new Uri(service.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await service.StopAsync();
        await service.DisposeAsync();
    }

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_question_on_the_page_is_answered_as_in_Telegram() =>
        Assert.Contains("<b>Donald Trump:</b>", await http.GetStringAsync("/?q=" + Uri.EscapeDataString("Does Putin agree to European peacekeepers?")));

    [Fact]
    public async Task Markup_in_a_question_is_shown_as_text()
    {
        var page = await http.GetStringAsync("/?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.DoesNotContain("<script>", page);
        Assert.Contains("&lt;script&gt;", page);
    }

    [Fact]
    public async Task Health_says_what_is_served() => Assert.Matches("\"status\":\"ok\".*\"telegram\":\"off\"", await http.GetStringAsync("/health"));

    [Fact]
    public async Task A_request_for_another_host_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_page_allows_no_script_and_loads_nothing_from_elsewhere()
    {
        var policy = (await http.GetAsync(new Uri("/", UriKind.Relative))).Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("script-src", policy);
    }
}
