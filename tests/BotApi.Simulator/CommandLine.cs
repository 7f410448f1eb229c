using System.Globalization;

namespace BotApi.Simulator;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Usage = "Usage: BotApi.Simulator [--port 8081] [--token 123:abc] [--username some_bot]";

    private const string DefaultPort = "8081";

    /// <summary>False when the arguments are not understood.</summary>
    public static bool TryRead(string[] args, out BotApiOptions options)
    {
        options = new BotApiOptions();
        var values = new Dictionary<string, string>();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            values[args[i]] = args[i + 1];
        }

        var known = values.Keys.All(name => name is "--port" or "--token" or "--username");
        if (!known || args.Length % 2 != 0
            || !ushort.TryParse(
                values.GetValueOrDefault("--port", DefaultPort), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        options = new BotApiOptions
        {
            Port = port,
            Token = values.GetValueOrDefault("--token", options.Token),
            BotUsername = values.GetValueOrDefault("--username", options.BotUsername),
        };
        return true;
    }
}
