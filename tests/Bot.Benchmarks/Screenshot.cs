namespace Bot.Benchmarks;

/// <summary>The picture of the page in the README: a question, two sides of an answer, and a source opened beside it.</summary>
internal static class Screenshot
{
    public static async Task<int> TakeAsync(FileInfo file, CancellationToken stop)
    {
        await using var browser = await PageInBrowser.OpenAsync();
        await browser.StartBotAsync(stop);
        var page = await browser.VisitAsync(new() { ViewportSize = new() { Width = 1360, Height = 860 } });
        await page.GotoAsync("/");
        await page.Locator(".examples button").First.ClickAsync();
        await page.Locator(".turn .cite").First.ClickAsync();
        await page.Locator("#panel #cited").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = file.FullName });
        Console.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length / 1024} KB");
        return 0;
    }
}
