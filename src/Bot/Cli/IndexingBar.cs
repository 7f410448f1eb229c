using Spectre.Console;

namespace Bot.Cli;

/// <summary>A bar on standard error while a large corpus is indexed; nothing where that takes no time, or nobody watches.</summary>
internal sealed class IndexingBar : IProgress<double>
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private double share;

    /// <param name="work">Reports to what it is given, as shares in [0, 1].</param>
    public static T Over<T>(Func<IProgress<double>, T> work)
    {
        var bar = new IndexingBar();
        // On a thread of its own: what the work hands to the pool must find both of its first threads free.
        var working = Task.Factory.StartNew(() => work(bar), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (Task.WaitAny([working], ShortWait) < 0 && !Console.IsErrorRedirected) bar.Show(working);
        return working.GetAwaiter().GetResult();
    }

    public void Report(double value) => Volatile.Write(ref share, value);

    private void Show(Task working) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(display =>
        {
            var shown = display.AddTask("Indexing the documents", maxValue: 1);
            while (Task.WaitAny([working], Step) < 0) shown.Value = Volatile.Read(ref share);
        });
}
