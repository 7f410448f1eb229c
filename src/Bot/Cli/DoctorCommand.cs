using System.CommandLine;

namespace Bot.Cli;

internal static class DoctorCommand
{
    public static Command Create(CommandLine.SettingsArguments settings) => new("doctor", "Check.");
}
