using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Configuration;

namespace Bot.Cli;

/// <summary>The bot's commands. Exit codes: 0 done, 1 it ran and the result is a failure, 2 wrong usage or settings.</summary>
internal static partial class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var settings = new SettingsArguments(arguments);
        var root = Build(settings);
        var parsed = root.Parse(settings.Rest);
        if (parsed.Errors.Count > 0) return Complain(WrongWord(settings.Rest, parsed) ?? parsed.Errors[0].Message.TrimEnd('.') + "; see --help");
        try
        {
            // The service ends by itself when asked to; with a time limit of the command line's, it would be cut off after two seconds.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception fault) when (fault is SettingsException or YamlFileException)
        {
            return Complain(fault.Message);
        }
    }

    /// <summary>One clear line on standard error.</summary>
    public static int Complain(string message)
    {
        Console.Error.WriteLine($"bot: {message.ReplaceLineEndings(" ").Replace('\t', ' ')}");
        return WrongUsage;
    }

    /// <summary>What a command answers from; what of the embeddings it lacks, the service makes.</summary>
    public static Library OpenLibrary(BotSettings settings) => IndexingBar.Over(bar => Library.Open(settings, bar)).WithEmbeddings((embedded, passages) =>
        Console.Error.WriteLine($"Passages are found by their words alone, since {embedded} of {passages} are embedded; a running service embeds them."));

    private static RootCommand Build(SettingsArguments settings)
    {
        var root = new RootCommand("Answers questions about the conflict in Ukraine from a curated set of documents, and only from them. Settings may be given as --Section:Name=value.")
        {
            RunCommand.Create(settings),
            AskCommand.Create(settings),
            SearchCommand.Create(settings),
            CorpusCommand.Create(settings),
            EvalCommand.Create(settings),
            DoctorCommand.Create(settings),
        };
        root.SetAction((_, stop) => RunCommand.RunAsync(settings, stop));
        return root;
    }

    private static string? WrongWord(string[] arguments, ParseResult parsed)
    {
        var known = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
        // A mistyped option takes the words behind it for the command's own: it is the one to name.
        var options = Options(parsed.CommandResult.Command).Append("--help").Append("--version").ToList();
        if (arguments.FirstOrDefault(argument => argument.StartsWith("--", StringComparison.Ordinal) && !options.Contains(argument.Split('=')[0])) is { } option)
            return $"'{option}' is no option; {(Suggestion.For(option, options) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", options)}")}";
        var wrong = (parsed.UnmatchedTokens is [var first, ..] ? first : null) ?? (parsed.CommandResult.Command is RootCommand ? arguments.FirstOrDefault() : null);
        if (wrong is null) return null;
        if (known.Count == 0) return $"'{wrong}' is one word too many; put a question in quotes";
        var hint = Suggestion.For(wrong, known) is { } near ? $"did you mean '{near}'?" : $"known are {string.Join(", ", known)}";
        return $"'{wrong}' is no command; {hint}";
    }

    private static IEnumerable<string> Options(Command command) => command.Options.Select(option => option.Name);

    /// <summary>Settings among the arguments, apart from the command's own words.</summary>
    internal sealed partial class SettingsArguments
    {
        public SettingsArguments(string[] arguments)
        {
            var rest = new List<string>();
            var settings = new List<string>();
            for (var at = 0; at < arguments.Length; at++)
            {
                if (!Setting().IsMatch(arguments[at])) rest.Add(arguments[at]);
                else if (arguments[at].Contains('=')) settings.Add(arguments[at]);
                else if (at + 1 == arguments.Length) valueless = arguments[at][2..];
                else settings.Add($"{arguments[at]}={arguments[++at]}");
            }
            Rest = [.. rest];
            Settings = [.. settings];
        }

        private readonly string? valueless;

        public string[] Rest { get; }

        public string[] Settings { get; }

        /// <exception cref="SettingsException">A setting cannot be used.</exception>
        public BotSettings Read() =>
            valueless is null ? SettingsReader.Read(Settings) : throw new SettingsException($"{valueless} needs a value: --{valueless}=…");

        [GeneratedRegex(@"^--[A-Za-z]+:[A-Za-z:]+(=.*)?$", RegexOptions.Singleline)]
        private static partial Regex Setting();
    }
}
