using System.CommandLine;
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
        await using var service = BotService.Build(settings, Library.Open(settings));
        var workers = service.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        try
        {
            await service.RunAsync(stop);
            return workers.Exists(worker => worker.ExecuteTask is { IsFaulted: true }) ? CommandLine.Failed : CommandLine.Done;
        }
        catch (IOException fault)
        {
            throw new SettingsException($"Web:Url is '{settings.Web.Url}'; {fault.Message}", fault);
        }
    }
}
