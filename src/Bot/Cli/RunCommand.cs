using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Bot.Answering;
using Bot.Configuration;
using Bot.Web;

namespace Bot.Cli;

/// <summary>`run`, and the bot without arguments: the service.</summary>
internal static class RunCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var command = new Command("run", "Run the service: Telegram where a token is set, a local page where none is. Also what happens without a command.");
        command.SetAction((_, stop) => RunAsync(settings, stop));
        return command;
    }

    public static async Task<int> RunAsync(CommandLine.SettingsArguments arguments, CancellationToken stop)
    {
        var settings = arguments.Read();
        RefuseTakenPort(settings.Web.Url);
        await using var service = BotService.Build(settings, IndexingBar.Over(bar => Library.Open(settings, bar)));
        var workers = service.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await service.RunAsync(stop);
        return workers.Exists(worker => worker.ExecuteTask is { IsFaulted: true }) ? CommandLine.Failed : CommandLine.Done;
    }

    /// <summary>Asked before anything starts: the host would say the same in two pages of stack traces.</summary>
    private static void RefuseTakenPort(Uri address)
    {
        using var listener = new TcpListener(IPAddress.TryParse(address.Host.Trim('[', ']'), out var own) ? own : IPAddress.Loopback, address.Port);
        try
        {
            listener.Start();
        }
        catch (SocketException fault)
        {
            throw new SettingsException($"Web:Url is '{address}'; {fault.Message}. Is another bot running? Choose another port, such as --Web:Url=http://127.0.0.1:9000", fault);
        }
    }
}
