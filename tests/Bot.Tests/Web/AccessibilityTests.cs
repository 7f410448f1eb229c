using System.Text.Json;
using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Web;

/// <summary>Checked by axe-core (https://github.com/dequelabs/axe-core), run in the page; AXE_SCRIPT names its file.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(Browser browser) : IAsyncLifetime
{
    private PageService service = null!;

    public async Task InitializeAsync() => service = await PageService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    /// <summary>"light, dark" × "a wide screen, a phone" × the three languages, a cut of them.</summary>
    [SkippableTheory]
    [InlineData("en", ColorScheme.Light, 1440)]
    [InlineData("uk", ColorScheme.Dark, 1440)]
    [InlineData("ru", ColorScheme.Dark, 390)]
    [InlineData("uk", ColorScheme.Light, 390)]
    public async Task Nothing_keeps_anybody_from_using_the_pages(string language, ColorScheme scheme, int width)
    {
        await using var open = await browser.OpenAsync(service.Address, new() { Locale = language, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        await open.Page.GotoAsync("/");
        await IsAccessibleAsync(open, "the empty page");

        await open.AskAsync("What did Macron tell Zelenskyy about a quick deal?");
        var turn = await open.AskAsync("Does Putin agree to European peacekeepers?");
        await turn.Locator("summary").First.ClickAsync();
        await turn.Locator("[value=up]").ClickAsync();
        await IsAccessibleAsync(open, "the conversation");

        await turn.Locator(".cite").First.ClickAsync();
        await open.Page.Locator("#panel #cited").WaitForAsync();
        await IsAccessibleAsync(open, "the source panel");

        await open.Page.GotoAsync("/documents");
        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = "x.png", MimeType = "text/plain", Buffer = [1] });
        await open.Page.Locator("[role=alert]").First.WaitForAsync();
        await IsAccessibleAsync(open, "the documents, with a fault");

        await open.Page.Locator(".documents a").First.ClickAsync();
        await open.Page.Locator(".sentence").First.WaitForAsync();
        await IsAccessibleAsync(open, "a document");
    }

    [SkippableFact]
    public async Task A_text_that_cannot_be_read_is_found()
    {
        await using var open = await browser.OpenAsync(service.Address, new() { BypassCSP = true });
        await open.Page.GotoAsync("/");
        await open.Page.AddStyleTagAsync(new() { Content = ".empty p { color: #eee !important; }" });

        Assert.Contains((await ViolationsAsync(open)), violation => violation.StartsWith("color-contrast", StringComparison.Ordinal));
    }

    private static async Task IsAccessibleAsync(OpenPage open, string where)
    {
        var violations = await ViolationsAsync(open);
        Assert.True(violations.Count == 0, $"{where}: {string.Join('\n', violations)}");
    }

    /// <summary>What axe calls serious or critical.</summary>
    private static async Task<IReadOnlyList<string>> ViolationsAsync(OpenPage open)
    {
        var axe = Environment.GetEnvironmentVariable("AXE_SCRIPT");
        Skip.If(axe is null || !File.Exists(axe), "AXE_SCRIPT does not name axe-core's axe.min.js");
        await open.Page.AddScriptTagAsync(new() { Path = axe });
        var found = await open.Page.EvaluateAsync<JsonElement>("() => axe.run().then(result => result.violations)");
        return [.. found.EnumerateArray().Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{violation.GetProperty("id").GetString()}: {string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))}")];
    }
}
