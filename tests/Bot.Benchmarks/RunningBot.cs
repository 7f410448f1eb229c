using System.Diagnostics;
using System.Text;
using BotApi.Simulator;

namespace Bot.Benchmarks;

/// <summary>The built bot as a process of its own.</summary>
internal sealed class RunningBot : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource askedFor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder errors = new();
    private long linesOfErrorLevel;

    private RunningBot(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Talking to the simulator.</summary>
    /// <param name="database">The SQLite file.</param>
    /// <param name="settings">Names and values, beyond token and addresses.</param>
    public static RunningBot Start(BotApiServer telegram, string database, params (string Name, string Value)[] settings) =>
        Start([("Telegram:Token", telegram.Token), ("Telegram:ApiBaseUrl", telegram.BaseUrl.AbsoluteUri), ("Storage:Connection", $"Data Source={database}"), ("Web:Url", "http://127.0.0.1:0"), .. settings]);

    /// <summary>Without Telegram, serving the local page.</summary>
    public static RunningBot StartPage(Uri address, string database) => Start([("Storage:Connection", $"Data Source={database}"), ("Web:Url", address.AbsoluteUri)]);

    private static RunningBot Start(IReadOnlyList<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "run"]) { RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new RunningBot(Process.Start(start)!);
    }

    /// <summary>Flood limits and pacing off.</summary>
    public static (string Name, string Value)[] Unlimited { get; } =
        [("Telegram:MessagesPerSecond", "0"), ("Telegram:ChatMessagesPerSecond", "0"), ("Telegram:GroupMessagesPerMinute", "0"), ("Limits:QuestionsPerMinute", "0"), ("Limits:QuestionsPerHour", "0")];

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Lines that the log calls errors or worse.</summary>
    public long ErrorsLogged => Interlocked.Read(ref linesOfErrorLevel);

    /// <summary>The first of them.</summary>
    public string Errors
    {
        get
        {
            lock (errors) return errors.ToString();
        }
    }

    /// <summary>Done once the log says where to ask, which is when a person opens the page.</summary>
    public Task SaysWhereToAsk => askedFor.Task;

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private void Note(string? line)
    {
        if (line?.Contains("Ask at", StringComparison.Ordinal) ?? false) askedFor.TrySetResult();
        if (line is null || !(line.Contains(" fail: ", StringComparison.Ordinal) || line.Contains(" crit: ", StringComparison.Ordinal) || line.Contains("Unhandled exception", StringComparison.Ordinal))) return;
        Interlocked.Increment(ref linesOfErrorLevel);
        lock (errors)
        {
            if (errors.Length < 4000) errors.AppendLine(line);
        }
    }
}
