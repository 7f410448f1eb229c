using Bot.Configuration;

namespace Bot.Web;

/// <summary>What a start says, which adapters were built and what is served where; and that the service ends.</summary>
internal static partial class StartLog
{
    /// <param name="served">Where the service listens, the port chosen.</param>
    public static void Write(ILogger log, BotSettings settings, Uri served)
    {
        BuiltWith(log, BuildInfo.Adapters);
        if (settings.Model.Composes) ByModel(log, settings.Model.Name, settings.Model.Endpoint!);
        if (settings.Model.Embeds) ByMeaning(log, settings.Model.EmbeddingName, settings.Model.Endpoint!);
        if (settings.Telegram.Token.Length > 0)
        {
            if (settings.Telegram.Mode == TelegramMode.Webhook) Webhook(log, settings.Telegram.WebhookUrl!.AbsolutePath, served);
            else Polling(log, settings.Telegram.ApiBaseUrl, served);
            return;
        }
        Page(log, served);
        if (settings.Web.PublicUrl is { } shown) Shown(log, shown);
        NoToken(log);
        FirstLine(log, OperatingSystem.IsWindows() ? "$env:Telegram__Token = \"123456789:AbC-dEf_gHi\"" : "export Telegram__Token=123456789:AbC-dEf_gHi");
        SecondLine(log);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Adapters: {Adapters}")]
    private static partial void BuiltWith(ILogger log, string adapters);

    [LoggerMessage(Level = LogLevel.Information, Message = "Answers are composed by the model '{Model}' at {Endpoint}, and checked")]
    private static partial void ByModel(ILogger log, string model, Uri endpoint);

    [LoggerMessage(Level = LogLevel.Information, Message = "Passages are found by the embedding model '{Model}' at {Endpoint}, too")]
    private static partial void ByMeaning(ILogger log, string model, Uri endpoint);

    [LoggerMessage(Level = LogLevel.Information, Message = "Polling {Api}; health at {Web}health")]
    private static partial void Polling(ILogger log, Uri api, Uri web);

    [LoggerMessage(Level = LogLevel.Information, Message = "Taking updates at {Path} of {Web}; health at {Web}health")]
    private static partial void Webhook(ILogger log, string path, Uri web);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ask at {Web}")]
    private static partial void Page(ILogger log, Uri web);

    [LoggerMessage(Level = LogLevel.Information, Message = "Others are answered under {Address}")]
    private static partial void Shown(ILogger log, Uri address);

    [LoggerMessage(Level = LogLevel.Information, Message = "No Telegram token is set. To answer in Telegram, get one from @BotFather, and start again with these two lines:")]
    private static partial void NoToken(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "    {Line}")]
    private static partial void FirstLine(ILogger log, string line);

    [LoggerMessage(Level = LogLevel.Information, Message = "    dotnet run --project src/Bot")]
    private static partial void SecondLine(ILogger log);
}
