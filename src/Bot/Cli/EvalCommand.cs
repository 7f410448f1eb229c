using System.CommandLine;
using Bot.Configuration;

namespace Bot.Cli;

/// <summary>`eval answers|compare|retrieval`: measures the bot.</summary>
internal static class EvalCommand
{
    public static Command Create(CommandLine.SettingsArguments settings) =>
        new("eval", "Measure the bot.") { EvalAnswersCommand.Create(settings), EvalCompareCommand.Create(), EvalRetrievalCommand.Create(settings) };

    /// <exception cref="SettingsException">The file cannot be written.</exception>
    public static void Save(string option, string file, IEnumerable<string> lines)
    {
        try
        {
            File.WriteAllLines(file, lines);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{option} is '{file}'; {fault.Message}", fault);
        }
    }
}
