using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Web.Documents;

[Collection(InBrowser.Name)]
public sealed class DocumentsInBrowserTests(Browser browser) : IAsyncLifetime
{
    private const string Bridge = "The bridge at Orlen was opened on 4 May 2011. It carries trains.";

    /// <summary>What a drag of a file over the page and onto it does.</summary>
    private const string Drop = """
        ([name, text]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], name));
          const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
          document.body.dispatchEvent(over);
          if (!over.defaultPrevented) throw new Error("The page does not take it.");
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }
        """;

    private PageService service = null!;

    public async Task InitializeAsync() => service = await PageService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [SkippableFact]
    public async Task A_file_dropped_on_the_page_answers_questions_and_is_marked()
    {
        await using var open = await browser.OpenAsync(service.Address);
        await open.Page.GotoAsync("/documents");

        await open.Page.EvaluateAsync(Drop, new[] { "orlen-bridge.txt", Bridge });
        await Assertions.Expect(open.Page.Locator(".documents li").First).ToContainTextAsync("on trial, not saved");

        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Ask", Exact = true }).ClickAsync();
        var turn = await open.AskAsync("When was the bridge at Orlen opened?");
        await Assertions.Expect(turn.Locator(".sources")).ToContainTextAsync("on trial, not saved");
        await turn.Locator(".cite").First.ClickAsync();
        await Assertions.Expect(open.Page.Locator("#panel #cited")).ToHaveTextAsync("The bridge at Orlen was opened on 4 May 2011.");
        Assert.Empty(open.Errors);
    }

    [SkippableFact]
    public async Task A_file_that_was_chosen_is_tried_and_can_be_removed_again()
    {
        await using var open = await browser.OpenAsync(service.Address);
        await open.Page.GotoAsync("/documents");

        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = "orlen-bridge.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Bridge) });
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Assertions.Expect(open.Page.Locator(".badge.trial")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_file_that_is_far_too_large_is_not_even_sent()
    {
        await using var open = await browser.OpenAsync(service.Address);
        await open.Page.GotoAsync("/documents");

        open.Page.Request += (_, request) => Assert.NotEqual("POST", request.Method);
        await open.Page.EvaluateAsync("() => { const most = document.getElementById('files'); most.dataset.most = '10'; }");
        await open.Page.EvaluateAsync(Drop, new[] { "orlen-bridge.txt", Bridge });

        await Assertions.Expect(open.Page.Locator("#trial-said")).ToHaveTextAsync("orlen-bridge.txt: That is too large. A document may have 16 MB at most.");
    }
}
