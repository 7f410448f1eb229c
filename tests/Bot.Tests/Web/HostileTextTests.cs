using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Web;

/// <summary>Text from people and from documents is text on the page: never markup, never script.</summary>
[Collection(InBrowser.Name)]
public sealed class HostileTextTests(Browser browser) : IAsyncLifetime
{
    private const string Elements = "() => document.querySelectorAll('img, iframe, object, embed, svg, base, meta[http-equiv], script:not([src^=\"/assets/\"]), [onerror], [onload], [onclick]').length";

    private static readonly string[] Attacks =
    [
        "<script>window.hit=1</script>",
        "<img src=x onerror=window.hit=1>",
        "\"><svg onload=window.hit=1>",
        "'><iframe srcdoc='<script>parent.hit=1</script>'>",
        "</textarea><script>window.hit=1</script>",
        "</title></style></script><img src=x onerror=window.hit=1>",
        "<a href=\"javascript:window.hit=1\">click</a>",
        "<base href=https://evil.example/><meta http-equiv=refresh content=0;url=https://evil.example/>",
        "{{constructor.constructor('window.hit=1')()}} ${window.hit=1} @(1+1)",
        "\" autofocus onfocus=window.hit=1 x=\"",
        "&lt;img src=x onerror=window.hit=1&gt; &#60;script&#62;",
        "<!--<img src=\"--><img src=x onerror=window.hit=1//\">",
        "\u202Eright to left\u202C \u0000\u0007 zero\u200Bwidth \uFEFF",
        "<dialog open><form method=post action=https://evil.example>",
    ];

    public static TheoryData<string> Questions => [.. Attacks];

    private PageService service = null!;

    public async Task InitializeAsync() => service = await PageService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private static async Task IsHarmlessAsync(OpenPage open, int dialogs = 1)
    {
        Assert.False(await open.Page.EvaluateAsync<bool>("() => 'hit' in window"));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>(Elements));
        Assert.Empty(open.Errors);
        Assert.Equal(dialogs, await open.Page.Locator("dialog").CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_shown_as_it_was_typed(string attack)
    {
        await using var open = await browser.OpenAsync(service.Address);
        await open.Page.GotoAsync("/");
        await open.Page.FillAsync("#question", $"What did Macron say {attack}");
        await open.Page.PressAsync("#question", "Enter");
        await open.Turns.Locator(".foot").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await IsHarmlessAsync(open);

        await open.Page.ReloadAsync();

        await IsHarmlessAsync(open);
        if (!attack.Contains('\0')) Assert.Contains(attack.Trim(), await open.Page.Locator(".question").TextContentAsync());
    }

    [SkippableFact]
    public async Task A_document_is_shown_as_it_is_written()
    {
        await using var open = await browser.OpenAsync(service.Address);
        foreach (var (attack, number) in Attacks.Select((attack, number) => (attack.Replace("\0", "").Replace("\u0007", ""), number)))
        {
            var yaml = attack.Replace("'", "''");
            var text = $"---\ntitle: '{yaml}'\nid: '{number} {yaml}'\npublisher: '{yaml}'\nauthor: '{yaml}'\ncovers: '{yaml}'\nlicence: '{yaml}'\n---\nThe bridge at Orlen {attack} was opened on {number + 1} May 2011.\n";
            await open.Page.GotoAsync("/documents");
            await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = $"{number}.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
            await Assertions.Expect(open.Page.Locator(".badge.trial")).ToHaveCountAsync(number + 1);
            await IsHarmlessAsync(open, dialogs: 0);
        }
        await open.Page.GotoAsync("/");
        var turn = await open.AskAsync("When was the bridge at Orlen opened?");
        await IsHarmlessAsync(open);
        foreach (var cite in await turn.Locator(".cite").AllAsync())
        {
            await cite.ClickAsync();
            await open.Page.Locator("#panel #cited").WaitForAsync();
            await Assertions.Expect(cite).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("open"));
            await IsHarmlessAsync(open);
            await open.Page.Keyboard.PressAsync("Escape");
        }
        Assert.NotEqual(0, await turn.Locator(".cite").CountAsync());
    }
}
