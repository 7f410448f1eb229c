using Bot.Answering;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Receiving;
using Bot.Retrieval;
using Bot.Storage;
using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Web;

/// <summary>The hosted service: Telegram where a token is set, the local page where none is, and /health in both.</summary>
internal static class BotService
{
    /// <exception cref="SettingsException">The database cannot be used.</exception>
    public static WebApplication Build(BotSettings settings, Library library)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        // Only this program's own settings count: no section of the framework's is read.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(settings.Web.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders()
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true))
            .AddFilter("Microsoft", LogLevel.Warning)
            // The result stands on standard output, logs on standard error.
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(library).AddSingleton(library.Index).AddSingleton(library.Texts);
        builder.Services.AddHostedService<CorpusWatcher>();
        if (settings.Telegram.Token.Length > 0) AddTelegram(builder.Services, settings);

        var service = builder.Build();
        service.UseMiddleware<LocalOnly>();
        service.MapHealth(settings);
        if (settings.Telegram.Token.Length == 0) service.MapAskPage();
        StartLog.Write(service.Logger, settings);
        return service;
    }

    private static void AddTelegram(IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(OpenDatabase(settings.Storage))
            .AddSingleton(new HttpClient { Timeout = Timeout.InfiniteTimeSpan })
            .AddSingleton(provider => BotApiAdapter.Create(provider.GetRequiredService<HttpClient>(), settings.Telegram))
            .AddSingleton<Inbox>().AddSingleton<Chats>().AddSingleton<Outbox>().AddSingleton<UpdateHandler>()
            .AddHostedService<CommandMenu>().AddHostedService<OutboxSender>().AddHostedService<InboxWorker>().AddHostedService<Poller>();
    }

    private static Database OpenDatabase(StorageSettings settings)
    {
        var database = new Database(settings.Connection);
        try
        {
            database.Migrate();
            return database;
        }
        catch (Exception fault) when (fault is SqliteException or InvalidDataException or ArgumentException)
        {
            throw new SettingsException($"Storage:Connection is '{settings.Connection}'; {fault.Message}", fault);
        }
    }
}
