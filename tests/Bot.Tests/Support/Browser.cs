using Microsoft.Playwright;

namespace Bot.Tests.Support;

/// <summary>One Chromium for the tests that need a real browser; they are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private Chromium? chromium;

    public async Task InitializeAsync()
    {
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        chromium = Chromium.Executable is null ? null : await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
    }

    /// <summary>A page of a browser that has been nowhere yet; what goes wrong on it is gathered in <see cref="OpenPage.Errors"/>.</summary>
    internal async Task<OpenPage> OpenAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        Skip.If(chromium is null, "no Chromium is installed");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address.AbsoluteUri;
        options.Locale ??= "en";
        var context = await chromium!.Browser.NewContextAsync(options);
        return new OpenPage(context, await context.NewPageAsync());
    }
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<Browser>
{
    public const string Name = "in a browser";
}
