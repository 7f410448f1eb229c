using Microsoft.Playwright;

namespace Bot.Benchmarks;

/// <summary>The local page as somebody at this machine sees it.</summary>
internal static class PageBenchmark
{
    private const int Starts = 21;
    private const int Questions = 100;
    private const int OpenPages = 200;
    private const int PagesOfOne = 10;
    private const int LookingSeconds = 60;

    private const double MostFirstPaint = 150;
    private const double MostAnswer = 60;
    private const double MostKilobytes = 100;

    /// <summary>From the start of the navigation to the first paint of content, in milliseconds, once there was one.</summary>
    private const string FirstPaint = """
        () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries()[0].startTime)).observe({ type: "paint", buffered: true }))
        """;

    /// <summary>What of that the server took, its connection not counted.</summary>
    private const string Served = "() => { const [it] = performance.getEntriesByType('navigation'); return it.responseEnd - it.requestStart; }";

    /// <summary>Bytes over the wire with headers, of the page and of all it loaded.</summary>
    private const string Weight = """
        () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, entry) => sum + entry.transferSize, 0)
        """;

    /// <summary>From Enter to the frame that shows the whole answer, in milliseconds.</summary>
    private const string Ask = """
        question => new Promise(resolve => {
          const [box, turns] = [document.getElementById("question"), document.getElementById("turns")];
          const before = turns.querySelectorAll(".foot").length;
          new MutationObserver((_, observer) => {
            if (turns.querySelectorAll(".foot").length === before) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
          }).observe(turns, { childList: true, subtree: true });
          box.value = question;
          const started = performance.now();
          box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        })
        """;

    public static async Task<int> RunAsync(CancellationToken stop)
    {
        // One process for all tabs of one person: a hundred more would measure the browser, not the bot.
        await using var browser = await PageInBrowser.OpenAsync("--process-per-site", "--renderer-process-limit=1");
        var (paints, served, nothing, firstAnswers, answers) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var weight = 0.0;
        for (var start = 1; start <= Starts; start++)
        {
            await browser.StartBotAsync(stop);
            var page = await browser.VisitAsync();
            await page.GotoAsync("/");
            var paint = await page.EvaluateAsync<double>(FirstPaint);
            // The first visit is the browser's own first page as well.
            if (start > 1) paints.Add(paint);
            if (start > 1) served.Add(await page.EvaluateAsync<double>(Served));
            // Nobody types faster than that.
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            firstAnswers.Add(await page.EvaluateAsync<double>(Ask, "Does Putin agree to European peacekeepers?"));
            weight = await page.EvaluateAsync<double>(Weight) / 1024;
            await page.Context.CloseAsync();
        }
        var asking = await browser.VisitAsync();
        await asking.GotoAsync("/");
        for (var question = 0; question < Questions; question++) answers.Add(await asking.EvaluateAsync<double>(Ask, Benchmarks.Questions.Number(question)));
        await asking.Context.CloseAsync();

        for (var visit = 0; visit < Starts; visit++)
        {
            var page = await browser.VisitAsync();
            await page.GotoAsync("/icon.svg");
            nothing.Add(await page.EvaluateAsync<double>(FirstPaint));
            await page.Context.CloseAsync();
        }

        Console.WriteLine($"first paint, just after the start: {Percentiles.Of(paints)} (at most {MostFirstPaint})");
        Console.WriteLine($"  of that, answering the request:   {Percentiles.Of(served)}");
        Console.WriteLine($"  this browser paints the icon in:  {Percentiles.Of(nothing)}");
        Console.WriteLine($"first answer on screen after Enter: {Percentiles.Of(firstAnswers)} (at most {MostAnswer})");
        Console.WriteLine($"later answers on screen:            {Percentiles.Of(answers)} (at most {MostAnswer})");
        Console.WriteLine($"weight, with one answer of positions: {weight:F1} KB (at most {MostKilobytes})");
        var isSteady = await OpenManyAsync(browser, stop);
        return Percentiles.At(paints, 0.95) <= MostFirstPaint && Percentiles.At([.. firstAnswers, .. answers], 0.95) <= MostAnswer && weight <= MostKilobytes && isSteady ? 0 : 1;
    }

    /// <summary>Many people with some tabs open each, in each of which they ask now and then.</summary>
    private static async Task<bool> OpenManyAsync(PageInBrowser browser, CancellationToken stop)
    {
        await browser.StartBotAsync(stop);
        var pages = new List<IPage>();
        var memory = new List<double>();
        for (var open = 1; open <= OpenPages; open++)
        {
            var page = (open - 1) % PagesOfOne == 0 ? await browser.VisitAsync() : await pages[^1].Context.NewPageAsync();
            await page.GotoAsync("/");
            await page.EvaluateAsync<double>(Ask, Benchmarks.Questions.Number(open));
            pages.Add(page);
            if (open is 1 or 50 or 100 or 150 or OpenPages) Note($"{open} pages open");
        }
        for (var minute = 1; minute <= 3; minute++)
        {
            foreach (var page in pages) await page.EvaluateAsync<double>(Ask, Benchmarks.Questions.Number(minute));
            await Task.Delay(TimeSpan.FromSeconds(LookingSeconds), stop);
            Note($"all asked {minute + 1} times, and {LookingSeconds} s of looking");
        }
        Console.WriteLine($"errors logged: {browser.Bot.ErrorsLogged}");
        // Nothing is kept for an open page: what grows from the fiftieth on is the runtime's, and little.
        return browser.Bot.ErrorsLogged == 0 && memory[^1] < memory[1] * 1.25;

        void Note(string when)
        {
            memory.Add(browser.Bot.MemoryMegabytes);
            Console.WriteLine($"memory, {when}: {memory[^1]:F0} MB");
        }
    }
}
