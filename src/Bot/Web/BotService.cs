using Bot.Answering;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Embeddings;
using Bot.LanguageModels;
using Bot.Operations;
using Bot.Privacy;
using Bot.Receiving;
using Bot.Retrieval;
using Bot.Storage;
using Bot.Telegram;
using Bot.Web.Serving;
using Microsoft.Data.Sqlite;

namespace Bot.Web;

/// <summary>The hosted service: Telegram where a token is set, the local page where none is, and /health in both.</summary>
internal static class BotService
{
    /// <summary>Asked to stop, all is finished or handed back by then.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    /// <exception cref="SettingsException">The database cannot be used.</exception>
    /// <param name="clock">The system's, unless a test drives its own.</param>
    public static WebApplication Build(BotSettings settings, Library library, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        // Only this program's own settings count: no section of the framework's is read.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(settings.Web.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, LocalPage.LargestBody));
        builder.Logging.ClearProviders()
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true))
            .AddFilter("Microsoft", LogLevel.Warning)
            // A port that is taken is said in one line by who started the service.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            // The result stands on standard output, logs on standard error.
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (StopWithin, true));
        var (database, pseudonyms) = OpenDatabase(settings.Storage);
        library = library with { Pipeline = library.Pipeline.Within(new TokenBudget(settings.Limits, database, clock ?? TimeProvider.System)) };
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton(library).AddSingleton(library.Index).AddSingleton(library.Texts);
        builder.Services.AddSingleton<Conditions>().AddSingleton<Metrics>().AddHostedService<MetricsExport>();
        builder.Services.AddSingleton(SavedIndex.Of(settings)).AddHostedService<CorpusWatcher>();
        if (library.Prompts is { } prompts) builder.Services.AddSingleton(prompts).AddHostedService<PromptsWatcher>();
        if (library.Calls is { } calls) builder.Services.AddSingleton(calls).AddHostedService<ModelWatch>();
        if (library.Embeddings is { } embeddings) builder.Services.AddSingleton(embeddings).AddHostedService<EmbeddingWorker>();
        builder.Services.AddSingleton(settings.Web).AddSingleton(settings.Privacy).AddHostedService<Retention>();
        // By a factory, so that it ends with the service.
        builder.Services.AddSingleton(_ => database).AddSingleton(pseudonyms);
        if (settings.Telegram.Token.Length > 0) AddTelegram(builder.Services, settings);
        else builder.Services.AddLocalPage();

        var service = builder.Build();
        var isWebhook = settings.Telegram is { Token.Length: > 0, Mode: TelegramMode.Webhook };
        // What Telegram posts comes through a reverse proxy, under the name that is the proxy's.
        service.UseWhen(context => !isWebhook || !context.Request.Path.Equals(settings.Telegram.WebhookUrl!.AbsolutePath), own => own.UseMiddleware<OwnHost>().UseMiddleware<SameOrigin>());
        service.MapHealth(settings);
        if (settings.Telegram.Token.Length == 0) service.MapLocalPage();
        else if (isWebhook) service.MapTelegramWebhook(settings.Telegram);
        service.Lifetime.ApplicationStarted.Register(() => StartLog.Write(service.Logger, settings, new Uri(service.Urls.First())));
        service.Lifetime.ApplicationStopping.Register(() => StartLog.Stopping(service.Logger));
        service.Lifetime.ApplicationStopped.Register(() => StartLog.Stopped(service.Logger));
        return service;
    }

    private static void AddTelegram(IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = Timeout.InfiniteTimeSpan })
            .AddSingleton(provider => BotApiAdapter.Create(provider.GetRequiredService<HttpClient>(), settings.Telegram))
            .AddSingleton(settings.Telegram).AddSingleton(settings.Limits).AddSingleton(Random.Shared)
            .AddSingleton<Outbox>().AddSingleton<RetryPolicy>().AddSingleton<Pacing>().AddSingleton<MessageSender>().AddSingleton<AnswerPreviews>().AddHostedService<OutboxSender>()
            .AddHostedService<ClockWatch>().AddSingleton<BotAccount>().AddHostedService<SignIn>().AddHostedService<SelfIntroduction>()
            .AddSingleton<ButtonAnswers>().AddHostedService(provider => provider.GetRequiredService<ButtonAnswers>())
            .AddSingleton<Inbox>().AddSingleton<Chats>().AddSingleton<FloodLimits>().AddSingleton<UpdateHandler>().AddHostedService<InboxWorker>().AddHostedService<Typing>();
        if (settings.Telegram.Mode == TelegramMode.Webhook) services.AddHostedService<WebhookRegistration>();
        else services.AddHostedService<Poller>();
    }

    private static (Database, Pseudonyms) OpenDatabase(StorageSettings settings)
    {
        var database = new Database(settings.Connection);
        try
        {
            database.Migrate();
            return (database, Pseudonyms.Load(database.File, database.HoldsPeople));
        }
        catch (Exception fault) when (fault is SqliteException or InvalidDataException or ArgumentException)
        {
            database.Dispose();
            throw new SettingsException($"Storage:Connection is '{settings.Connection}'; {FaultWords.Explain(fault) ?? fault.Message}", fault);
        }
    }
}
