using Microsoft.Data.Sqlite;

namespace Bot.Configuration;

/// <summary>Every setting, with its default. `appsettings.example.json` describes them; <see cref="SettingsReader"/> reads and checks them.</summary>
internal sealed record BotSettings
{
    public TelegramSettings Telegram { get; init; } = new();
    public StorageSettings Storage { get; init; } = new();
    public CorpusSettings Corpus { get; init; } = new();
    public PromptsSettings Prompts { get; init; } = new();
    public LimitsSettings Limits { get; init; } = new();
    public PrivacySettings Privacy { get; init; } = new();
    public WebSettings Web { get; init; } = new();
}

internal sealed record TelegramSettings
{
    /// <summary>As BotFather gives it; empty means no Telegram.</summary>
    public string Token { get; init; } = "";

    public Uri ApiBaseUrl { get; init; } = new("https://api.telegram.org");

    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    /// <summary>Where Telegram posts updates; its path is what the service listens on.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Comes with each posted update; nobody else may know it.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>Of the whole bot; 0, here and below, is no limit.</summary>
    public int MessagesPerSecond { get; init; } = 30;

    public int ChatMessagesPerSecond { get; init; } = 1;
    public int GroupMessagesPerMinute { get; init; } = 20;
}

internal enum TelegramMode
{
    Polling,
    Webhook,
}

internal sealed record StorageSettings
{
    public string Connection { get; init; } = "Data Source=bot.db";

    /// <summary>Where the index is saved: beside the database.</summary>
    public string IndexFile => new SqliteConnectionStringBuilder(Connection).DataSource + ".index";
}

internal sealed record CorpusSettings
{
    public string Folder { get; init; } = "seeds";
    public string Lexicon { get; init; } = "seeds/lexicon.yaml";
    public string Glossary { get; init; } = "seeds/glossary.yaml";
}

internal sealed record PromptsSettings
{
    public string Folder { get; init; } = "prompts";
}

/// <summary>What one person may ask; 0 is no limit.</summary>
internal sealed record LimitsSettings
{
    public int QuestionsPerMinute { get; init; } = 6;
    public int QuestionsPerHour { get; init; } = 60;
}

internal sealed record PrivacySettings
{
    /// <summary>After so many days questions, answers and who got them are deleted.</summary>
    public int RetentionDays { get; init; } = 30;
}

internal sealed record WebSettings
{
    /// <summary>Where the local page and /health are served.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:8080");

    /// <summary>The address under which others reach the page; null where it is for this machine alone.</summary>
    public Uri? PublicUrl { get; init; }
}
