using System.Diagnostics;
using System.Text;

namespace Bot.Tests.Support;

/// <summary>The bot as its users start it: a process, its standard streams, its exit code.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private BotProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors) errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public sealed record Result(int ExitCode, string Output, string Errors);

    public string Errors
    {
        get
        {
            lock (errors) return errors.ToString();
        }
    }

    public static async Task<Result> RunAsync(string[] arguments, string? input = null, string? folder = null, params (string Name, string Value)[] environment)
    {
        using var bot = Start(arguments, folder, environment);
        if (input is not null) await bot.process.StandardInput.WriteAsync(input);
        bot.process.StandardInput.Close();
        var output = bot.process.StandardOutput.ReadToEndAsync();
        await bot.process.WaitForExitAsync().WaitAsync(Patience);
        return new Result(bot.process.ExitCode, await output, bot.Errors);
    }

    public static BotProcess Start(string[] arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager stops it; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
