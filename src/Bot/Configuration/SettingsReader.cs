using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Reads the settings in the host's usual order (appsettings.json, environment, command line) and checks each one.</summary>
internal static class SettingsReader
{
    private static readonly string[] Known =
    [
        "Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookUrl", "Telegram:WebhookSecret",
        "Telegram:MessagesPerSecond", "Telegram:ChatMessagesPerSecond", "Telegram:GroupMessagesPerMinute",
        "Model:Endpoint", "Model:Name", "Model:ApiKey", "Model:EmbeddingName", "Model:CallsAtOnce", "Model:SecondsPerCall", "Model:SecondsPerAnswer",
        "Storage:Connection", "Corpus:Folder", "Corpus:Lexicon", "Corpus:Glossary", "Prompts:Folder", "Answers:Reuse",
        "Limits:QuestionsPerMinute", "Limits:QuestionsPerHour", "Limits:TokensPerAnswer", "Limits:TokensPerPersonPerDay", "Limits:TokensPerDay", "Privacy:RetentionDays", "Web:Url", "Web:PublicUrl",
    ];

    /// <summary>Sections this bot reads in any version; a key below them that is not known is a mistake worth naming.</summary>
    private static readonly string[] Sections = ["Telegram", "Model", "Storage", "Corpus", "Prompts", "Review", "Limits", "Answers", "Privacy", "Web"];

    /// <summary>https://core.telegram.org/bots/api#setwebhook</summary>
    private static readonly int[] WebhookPorts = [443, 80, 88, 8443];

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
        var (values, defaults) = (new SettingValues(configuration), new BotSettings());
        return new BotSettings
        {
            Telegram = Telegram(values, defaults.Telegram),
            Model = Model(values, defaults.Model),
            Storage = new StorageSettings { Connection = values.SqliteConnection("Storage:Connection", defaults.Storage.Connection) },
            Corpus = new CorpusSettings
            {
                Folder = values.Folder("Corpus:Folder", defaults.Corpus.Folder),
                Lexicon = values.File("Corpus:Lexicon", defaults.Corpus.Lexicon),
                Glossary = values.File("Corpus:Glossary", defaults.Corpus.Glossary),
            },
            Prompts = new PromptsSettings { Folder = values.Folder("Prompts:Folder", defaults.Prompts.Folder) },
            Answers = new AnswersSettings { Reuse = values.YesOrNo("Answers:Reuse", defaults.Answers.Reuse) },
            Limits = new LimitsSettings
            {
                QuestionsPerMinute = values.Count("Limits:QuestionsPerMinute", defaults.Limits.QuestionsPerMinute),
                QuestionsPerHour = values.Count("Limits:QuestionsPerHour", defaults.Limits.QuestionsPerHour),
                TokensPerAnswer = values.Count("Limits:TokensPerAnswer", defaults.Limits.TokensPerAnswer),
                TokensPerPersonPerDay = values.Count("Limits:TokensPerPersonPerDay", defaults.Limits.TokensPerPersonPerDay),
                TokensPerDay = values.Count("Limits:TokensPerDay", defaults.Limits.TokensPerDay, most: int.MaxValue),
            },
            Privacy = new PrivacySettings { RetentionDays = values.Count("Privacy:RetentionDays", defaults.Privacy.RetentionDays, least: 1) },
            Web = Web(values, defaults.Web),
        };
    }

    private static WebSettings Web(SettingValues values, WebSettings defaults)
    {
        var shown = values.Address("Web:PublicUrl");
        if (shown is { AbsolutePath: not "/" }) throw new SettingsException($"Web:PublicUrl is '{shown}'; an address without a path is expected, such as https://ask.example.org");
        return new WebSettings { Url = values.OwnAddress("Web:Url", defaults.Url, isForOthers: shown is not null), PublicUrl = shown };
    }

    private static ModelSettings Model(SettingValues values, ModelSettings defaults)
    {
        var settings = new ModelSettings
        {
            Endpoint = values.Address("Model:Endpoint"),
            Name = values.Text("Model:Name"),
            ApiKey = values.Text("Model:ApiKey"),
            EmbeddingName = values.Text("Model:EmbeddingName"),
            CallsAtOnce = values.Count("Model:CallsAtOnce", defaults.CallsAtOnce, least: 1),
            SecondsPerCall = values.Count("Model:SecondsPerCall", defaults.SecondsPerCall, least: 1),
            SecondsPerAnswer = values.Count("Model:SecondsPerAnswer", defaults.SecondsPerAnswer, least: 1),
        };
        if (settings.Endpoint is null && (settings.Composes || settings.Embeds))
            throw new SettingsException($"Model:Endpoint is not set; with {(settings.Composes ? "Model:Name" : "Model:EmbeddingName")} the address of an OpenAI-compatible service is expected, such as http://127.0.0.1:11434/v1");
        if (settings.Endpoint is not null && !settings.Composes && !settings.Embeds)
            throw new SettingsException("Model:Name is not set; with Model:Endpoint the name of a model is expected, as the endpoint knows it, or Model:EmbeddingName");
        return settings;
    }

    private static TelegramSettings Telegram(SettingValues values, TelegramSettings defaults)
    {
        var settings = new TelegramSettings
        {
            Token = values.Token("Telegram:Token"),
            ApiBaseUrl = values.Address("Telegram:ApiBaseUrl") ?? defaults.ApiBaseUrl,
            Mode = values.Choice("Telegram:Mode", defaults.Mode),
            WebhookUrl = values.Address("Telegram:WebhookUrl"),
            WebhookSecret = values.WebhookSecret("Telegram:WebhookSecret"),
            MessagesPerSecond = values.Count("Telegram:MessagesPerSecond", defaults.MessagesPerSecond),
            ChatMessagesPerSecond = values.Count("Telegram:ChatMessagesPerSecond", defaults.ChatMessagesPerSecond),
            GroupMessagesPerMinute = values.Count("Telegram:GroupMessagesPerMinute", defaults.GroupMessagesPerMinute),
        };
        if (settings.Mode == TelegramMode.Webhook) CheckWebhook(settings, isTelegrams: settings.ApiBaseUrl == defaults.ApiBaseUrl);
        return settings;
    }

    private static void CheckWebhook(TelegramSettings settings, bool isTelegrams)
    {
        if (settings.Token.Length == 0) throw new SettingsException("Telegram:Token is not set; Telegram:Mode=Webhook needs one");
        if (settings.WebhookUrl is not { } address) throw new SettingsException("Telegram:WebhookUrl is not set; with Telegram:Mode=Webhook the public address is expected, such as https://bot.example.org/telegram");
        if (address.AbsolutePath is "/" or "/health") throw new SettingsException($"Telegram:WebhookUrl is '{address}'; a path of its own is expected, such as https://bot.example.org/telegram");
        if (address.AbsoluteUri.Contains(settings.Token.Split(':')[1], StringComparison.OrdinalIgnoreCase)) throw new SettingsException("Telegram:WebhookUrl holds the token, and addresses stand in logs; Telegram:WebhookSecret is what keeps others out");
        if (isTelegrams && (address.Scheme != Uri.UriSchemeHttps || !WebhookPorts.Contains(address.Port))) throw new SettingsException($"Telegram:WebhookUrl is '{address}'; Telegram posts to https addresses on the ports {string.Join(", ", WebhookPorts)} only");
        if (settings.WebhookSecret.Length == 0) throw new SettingsException("Telegram:WebhookSecret is not set; with Telegram:Mode=Webhook 16 to 256 letters, digits, _ or - are expected that nobody can guess");
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
}
