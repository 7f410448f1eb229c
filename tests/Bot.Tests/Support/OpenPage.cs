using Microsoft.Playwright;

namespace Bot.Tests.Support;

/// <summary>A page open in a browser, and what people do on it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public OpenPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add(message.Text);
        };
        page.Dialog += async (_, dialog) =>
        {
            Errors.Add($"a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>Exceptions, what the browser complains of, and dialogs.</summary>
    public List<string> Errors { get; } = [];

    public ILocator Turns => Page.Locator(".turn");

    /// <summary>Types a question and presses Enter.</summary>
    /// <returns>The turn, once its answer is whole.</returns>
    public async Task<ILocator> AskAsync(string question)
    {
        await Page.FillAsync("#question", question);
        await Page.PressAsync("#question", "Enter");
        return await AnsweredAsync(question);
    }

    public async Task<ILocator> AnsweredAsync(string question)
    {
        var turn = Turns.Filter(new() { HasText = question }).Last;
        await turn.Locator(".foot").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return turn;
    }

    /// <summary>Waits until the element with the focus fits this selector.</summary>
    public Task FocusedAsync(string selector) => Page.Locator($"{selector}:focus").WaitForAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
