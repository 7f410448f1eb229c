using System.CommandLine;

namespace Bot.Cli;

internal static class RunCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var command = new Command("run", "Run the service.");
        command.SetAction((_, stop) => RunAsync(settings, stop));
        return command;
    }

    public static Task<int> RunAsync(CommandLine.SettingsArguments settings, CancellationToken stop) => Task.FromResult(0);
}
