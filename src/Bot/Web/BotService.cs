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
    /// <summary>A question of 4,096 letters, each up to six bytes in an address, and some.</summary>
    private const int LongestRequestLine = 28 * 1024;

    /// <exception cref="SettingsException">The database cannot be used.</exception>
    public static WebApplication Build(BotSettings settings, Library library)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        // Only this program's own settings count: no section of the framework's is read.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(settings.Web.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestLineSize) = (false, LongestRequestLine));
        builder.Logging.ClearProviders()
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true))
            .AddFilter("Microsoft", LogLevel.Warning)
            // A port that is taken is said in one line by who started the service.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
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
            .AddSingleton(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = Timeout.InfiniteTimeSpan })
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
