namespace Bot.Configuration;

/// <summary>Every setting, with its default. `appsettings.example.json` describes them; <see cref="SettingsReader"/> reads and checks them.</summary>
internal sealed record BotSettings
{
    public TelegramSettings Telegram { get; init; } = new();
    public StorageSettings Storage { get; init; } = new();
    public CorpusSettings Corpus { get; init; } = new();
    public PromptsSettings Prompts { get; init; } = new();
    public WebSettings Web { get; init; } = new();
}

internal sealed record TelegramSettings
{
    /// <summary>As BotFather gives it; empty means no Telegram.</summary>
    public string Token { get; init; } = "";

    public Uri ApiBaseUrl { get; init; } = new("https://api.telegram.org");
}

internal sealed record StorageSettings
{
    public string Connection { get; init; } = "Data Source=bot.db";
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

internal sealed record WebSettings
{
    /// <summary>Where the local page and /health are served.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:8080");
}
