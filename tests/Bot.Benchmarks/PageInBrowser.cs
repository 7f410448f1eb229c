using System.Net;
using System.Net.Sockets;
using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Benchmarks;

/// <summary>The bot without a token as a process of its own, and a Chromium to visit its page with.</summary>
internal sealed class PageInBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bot-page-");
    private readonly Chromium chromium;

    private PageInBrowser(Chromium chromium) => this.chromium = chromium;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public RunningBot Bot { get; private set; } = null!;

    /// <exception cref="InvalidOperationException">No browser is installed.</exception>
    /// <param name="arguments">For the browser.</param>
    public static async Task<PageInBrowser> OpenAsync(params string[] arguments)
    {
        if (Chromium.Executable is null) throw new InvalidOperationException("No Chromium is on the PATH; install one (package chromium).");
        return new PageInBrowser(await Chromium.StartAsync(arguments));
    }

    /// <summary>Starts the bot, the one before ended, and returns as soon as it says where to ask.</summary>
    public async Task StartBotAsync(CancellationToken stop)
    {
        Bot?.Dispose();
        Bot = RunningBot.StartPage(Address, Path.Combine(folder.FullName, "bot.db"));
        await Bot.SaysWhereToAsk.WaitAsync(Patience, stop);
    }

    public async Task<IPage> VisitAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address.AbsoluteUri;
        options.Locale ??= "en";
        return await (await chromium.Browser.NewContextAsync(options)).NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        Bot?.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
