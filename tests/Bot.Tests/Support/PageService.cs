using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Configuration;
using Bot.Storage;
using Bot.Web;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Support;

/// <summary>The service as it is without a token: the real host, a real database, real sockets.</summary>
internal sealed class PageService : IAsyncDisposable
{
    private readonly WebApplication service;

    private PageService(WebApplication service, string database) => (this.service, Database) = (service, database);

    public Uri Address => new(service.Urls.First());

    public string Database { get; }

    /// <summary>Where anything can be posted, with numbers for what stands in an address.</summary>
    public IReadOnlyList<string> PostPaths =>
    [
        .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]*\}", "1")),
    ];

    /// <param name="change">What is otherwise than by default.</param>
    /// <param name="port">One that was used before, for a service that comes back.</param>
    public static async Task<PageService> StartAsync(Func<BotSettings, BotSettings>? change = null, string? database = null, int port = 0, Library? library = null, TimeProvider? clock = null)
    {
        database ??= Path.Combine(Some.Folder(), "bot.db");
        var settings = Repository.Settings with { Web = new WebSettings { Url = new Uri($"http://127.0.0.1:{port}") }, Storage = new StorageSettings { Connection = $"Data Source={database}" } };
        var service = BotService.Build(change?.Invoke(settings) ?? settings, library ?? Repository.Library, clock);
        await service.StartAsync();
        return new PageService(service, database);
    }

    /// <summary>A service that knows these documents, by their files' names.</summary>
    public static Task<PageService> WithDocumentsAsync(params (string Name, string Text)[] documents)
    {
        var folder = Some.Folder();
        foreach (var (name, text) in documents) File.WriteAllText(Path.Combine(folder, name), text);
        var settings = Repository.Settings with { Corpus = Repository.Settings.Corpus with { Folder = folder } };
        return StartAsync(library: Library.Open(settings));
    }

    public PageVisitor Visitor(string language = "en") => new(Address, language);

    /// <summary>A value out of the service's database.</summary>
    public T Stored<T>(string sql)
    {
        using var connection = new Database($"Data Source={Database}").Open();
        return connection.QuerySingle<T>(sql);
    }

    public async Task StopAsync()
    {
        await service.StopAsync();
        await service.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
