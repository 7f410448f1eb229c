using Microsoft.Data.Sqlite;

namespace Bot.Configuration;

/// <summary>Every setting, with its default. `appsettings.example.json` describes them; <see cref="SettingsReader"/> reads and checks them.</summary>
internal sealed record BotSettings
{
    public TelegramSettings Telegram { get; init; } = new();
    public ModelSettings Model { get; init; } = new();
    public StorageSettings Storage { get; init; } = new();
    public CorpusSettings Corpus { get; init; } = new();
    public PromptsSettings Prompts { get; init; } = new();
    public AnswersSettings Answers { get; init; } = new();
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

/// <summary>The language models at one endpoint: one composes answers, which are verbatim sentences without it, one finds passages by meaning.</summary>
internal sealed record ModelSettings
{
    /// <summary>An OpenAI-compatible address, with its /v1; null for no model.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Of the model that composes, as the endpoint names it; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Empty where the endpoint asks for none.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Of the model by which passages are found by meaning, too; empty for words alone.</summary>
    public string EmbeddingName { get; init; } = "";

    /// <summary>How many calls may be under way; further ones wait.</summary>
    public int CallsAtOnce { get; init; } = 8;

    public int SecondsPerCall { get; init; } = 20;

    /// <summary>With all repetitions and repairs; then verbatim sentences are given.</summary>
    public int SecondsPerAnswer { get; init; } = 30;

    /// <summary>Whether a model composes answers.</summary>
    public bool Composes => Name.Length > 0;

    /// <summary>Whether passages are found by meaning, too.</summary>
    public bool Embeds => EmbeddingName.Length > 0;
}

internal sealed record StorageSettings
{
    public string Connection { get; init; } = "Data Source=bot.db";

    /// <summary>Where the index is saved: beside the database.</summary>
    public string IndexFile => DatabaseFile + ".index";

    /// <summary>Where the passages' embeddings are kept: beside it, too.</summary>
    public string EmbeddingsFile => DatabaseFile + ".embeddings";

    private string DatabaseFile => new SqliteConnectionStringBuilder(Connection).DataSource;
}

internal sealed record CorpusSettings
{
    public string Folder { get; init; } = "seeds";
    public string Lexicon { get; init; } = "seeds/lexicon.yaml";
    public string Glossary { get; init; } = "seeds/glossary.yaml";
}

internal sealed record AnswersSettings
{
    /// <summary>A model's answer serves all who ask the same, until documents or prompt change.</summary>
    public bool Reuse { get; init; } = true;
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

    /// <summary>Of the model, prompt and answer together; beyond it an answer is not repaired, and beyond the others answers are verbatim sentences.</summary>
    public int TokensPerAnswer { get; init; } = 20_000;

    public int TokensPerPersonPerDay { get; init; } = 200_000;

    public int TokensPerDay { get; init; }
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
