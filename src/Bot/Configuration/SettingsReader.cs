using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Reads the settings in the host's usual order (appsettings.json, environment, command line) and checks each one.</summary>
internal static partial class SettingsReader
{
    private static readonly string[] Known =
    [
        "Telegram:Token", "Telegram:ApiBaseUrl", "Storage:Connection", "Corpus:Folder", "Corpus:Lexicon", "Corpus:Glossary", "Prompts:Folder", "Web:Url",
    ];

    /// <summary>Sections this bot reads in any version; a key below them that is not known is a mistake worth naming.</summary>
    private static readonly string[] Sections = ["Telegram", "Model", "Storage", "Corpus", "Prompts", "Review", "Limits", "Answers", "Privacy", "Web"];

    public static IReadOnlyList<string> Names => Known;

    /// <param name="arguments">Settings from the command line, "--Corpus:Folder=seeds".</param>
    /// <exception cref="SettingsException">A setting is unknown or its value cannot be used.</exception>
    public static BotSettings Read(string[] arguments)
    {
        foreach (var name in arguments.Select(argument => argument[2..].Split('=', 2)[0])) RefuseUnknown(name);
        return Read(Load(arguments));
    }

    public static BotSettings Read(IConfiguration configuration)
    {
        RefuseUnknown(configuration);
        var defaults = new BotSettings();
        return new BotSettings
        {
            Telegram = new TelegramSettings { Token = Token(configuration), ApiBaseUrl = Address(configuration, "Telegram:ApiBaseUrl", defaults.Telegram.ApiBaseUrl) },
            Storage = new StorageSettings { Connection = Connection(configuration, defaults.Storage.Connection) },
            Corpus = new CorpusSettings
            {
                Folder = Folder(configuration, "Corpus:Folder", defaults.Corpus.Folder),
                Lexicon = FilePath(configuration, "Corpus:Lexicon", defaults.Corpus.Lexicon),
                Glossary = FilePath(configuration, "Corpus:Glossary", defaults.Corpus.Glossary),
            },
            Prompts = new PromptsSettings { Folder = Folder(configuration, "Prompts:Folder", defaults.Prompts.Folder) },
            Web = new WebSettings { Url = LocalAddress(configuration, defaults.Web.Url) },
        };
    }

    private static IConfiguration Load(string[] arguments)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .AddCommandLine(arguments)
                .Build();
        }
        catch (InvalidDataException fault)
        {
            throw new SettingsException($"appsettings.json cannot be read: {fault.GetBaseException().Message}", fault);
        }
    }

    private static void RefuseUnknown(IConfiguration configuration)
    {
        foreach (var setting in Sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            if (setting.Value is null) continue;
            if (!setting.Key.Contains(':') && Known.Any(name => name.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase)) && setting.Value.Length > 0)
                throw new SettingsException($"{setting.Key} is '{setting.Value}'; it holds settings of its own: {string.Join(", ", Known.Where(name => name.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase)))}");
            if (setting.Key.Contains(':')) RefuseUnknown(setting.Key);
        }
    }

    private static void RefuseUnknown(string name)
    {
        if (Known.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        var hint = Suggestion.For(name, Known) is { } near ? $"did you mean {near}?" : $"known are {string.Join(", ", Known)}";
        throw new SettingsException($"{name} is no setting of this version; {hint}");
    }

    private static string Token(IConfiguration configuration)
    {
        var token = configuration["Telegram:Token"]?.Trim() ?? "";
        return token.Length == 0 || TokenShape().IsMatch(token)
            ? token
            : throw new SettingsException("Telegram:Token is not a bot's token (its value is not shown); one looks like 123456789:AbC-dEf_gHi, as BotFather gives it");
    }

    private static Uri Address(IConfiguration configuration, string name, Uri otherwise)
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "" }
            ? address
            : throw new SettingsException($"{name} is '{text}'; an address such as http://127.0.0.1:8080 is expected");
    }

    /// <summary>The page asks nobody for a name, so it is served to this machine alone.</summary>
    private static Uri LocalAddress(IConfiguration configuration, Uri otherwise)
    {
        var address = Address(configuration, "Web:Url", otherwise);
        return address is { Scheme: "http", IsLoopback: true, AbsolutePath: "/" }
            ? address
            : throw new SettingsException($"Web:Url is '{configuration["Web:Url"]}'; an address of this machine alone is expected, such as http://127.0.0.1:8080");
    }

    private static string Folder(IConfiguration configuration, string name, string otherwise)
    {
        var folder = configuration[name] is { Length: > 0 } text ? text : otherwise;
        return Directory.Exists(folder) ? folder : throw new SettingsException($"{name} is '{folder}'; there is no such folder (looked in {Directory.GetCurrentDirectory()})");
    }

    private static string FilePath(IConfiguration configuration, string name, string otherwise)
    {
        var file = configuration[name] is { Length: > 0 } text ? text : otherwise;
        return File.Exists(file) ? file : throw new SettingsException($"{name} is '{file}'; there is no such file (looked in {Directory.GetCurrentDirectory()})");
    }

    private static string Connection(IConfiguration configuration, string otherwise)
    {
        var connection = configuration["Storage:Connection"] is { Length: > 0 } text ? text : otherwise;
        return DataSource().IsMatch(connection)
            ? connection
            : throw new SettingsException($"Storage:Connection is '{Redacted(connection)}'; a SQLite file is expected, such as 'Data Source=bot.db'; other databases are not supported");
    }

    /// <summary>A connection string for another database may hold a password.</summary>
    private static string Redacted(string connection) => Password().Replace(connection, "$1=…");

    [GeneratedRegex(@"^\d{1,16}:[A-Za-z0-9_-]{3,}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^\s*(data source|datasource|filename)\s*=\s*(?!:memory:)[^;=\s][^;=]*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DataSource();

    [GeneratedRegex(@"\b(password|pwd|user id|uid|username)\s*=\s*[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
