using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ModelApi.Simulator;

/// <summary>
/// A stand-in for a server of language models with OpenAI's interface, on a real socket; what the model says is scripted.
/// All members are thread-safe.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ChatRequest> requests = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();

    private ModelServer(WebApplication app, Func<ChatRequest, ModelReply> script)
    {
        this.app = app;
        Script = script;
        Endpoint = new Uri("http://localhost");
    }

    /// <summary>What clients are given as their base address: <c>http://127.0.0.1:PORT/v1</c>.</summary>
    public Uri Endpoint { get; private set; }

    /// <summary>What the model says to a request; may be changed at any time.</summary>
    public Func<ChatRequest, ModelReply> Script { get; set; }

    /// <summary>The vector of a text.</summary>
    public Func<string, float[]> Embed { get; set; } = HashingEmbedder.Embed;

    /// <summary>Without it, vectors come as arrays of numbers whatever a client asks for, as some compatible servers do it.</summary>
    public bool KnowsBase64 { get; set; } = true;

    /// <summary>The one key that is let in.</summary>
    public string ApiKey { get; set; } = "sk-simulated";

    public string ChatModel { get; set; } = "simulated-chat";

    public string EmbeddingModel { get; set; } = "simulated-embedding";

    /// <summary>Without it, a request with a <c>response_format</c> is refused.</summary>
    public bool SupportsResponseFormat { get; set; } = true;

    /// <summary>All chat requests that came with a JSON body, in order, refused ones too.</summary>
    public IReadOnlyList<ChatRequest> Requests => [.. requests];

    /// <summary>How many chat requests are being answered now.</summary>
    public int InFlight { get; private set; }

    /// <summary>How many chat requests were being answered at the same time at most.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>Starts a server on a free port; when this returns, it listens.</summary>
    public static async Task<ModelServer> StartAsync(Func<ChatRequest, ModelReply> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var server = new ModelServer(app, script);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        server.Endpoint = new Uri(new Uri(addresses!.Addresses.Single()), "/v1");
        return server;
    }

    /// <summary>Stops the server; answers under way are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        try
        {
            await RouteAsync(context, ending.Token);
        }
        catch (ApiException refusal)
        {
            await new StatusReply(refusal.Status, refusal.Message) { Code = refusal.Code }.WriteAsync(context);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private Task RouteAsync(HttpContext context, CancellationToken cancellation) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("POST", "/v1/chat/completions") => ChatAsync(context, cancellation),
        ("POST", "/v1/embeddings") => EmbedAsync(context, cancellation),
        ("GET", "/v1/models") => ListModelsAsync(context),
        var (method, path) => throw new ApiException(404, $"Invalid URL ({method} {path})"),
    };

    private async Task ChatAsync(HttpContext context, CancellationToken cancellation)
    {
        Count(1);
        try
        {
            var request = ChatRequest.Parse(await ReadBodyAsync(context, cancellation));
            requests.Enqueue(request);
            CheckKey(context);
            CheckModel(request.Model, ChatModel);
            if (request.Messages.Count == 0) throw new ApiException(400, "Missing required parameter: 'messages'.", "missing_required_parameter");
            if (request.ResponseFormat is not null && !SupportsResponseFormat) throw new ApiException(400, "Unsupported parameter: 'response_format' is not supported with this model.", "unsupported_parameter");
            var reply = Script(request);
            await Task.Delay(reply.Delay, cancellation);
            await reply.WriteAsync(context, request, cancellation);
        }
        finally
        {
            Count(-1);
        }
    }

    private async Task EmbedAsync(HttpContext context, CancellationToken cancellation)
    {
        CheckKey(context);
        var request = EmbeddingRequest.Parse(await ReadBodyAsync(context, cancellation));
        CheckModel(request.Model, EmbeddingModel);
        await WireJson.WriteAsync(context, request.Answer(Embed, KnowsBase64), cancellation);
    }

    private Task ListModelsAsync(HttpContext context)
    {
        CheckKey(context);
        var models = new[] { ChatModel, EmbeddingModel }.Select(id => new { id, @object = "model", created = 0, owned_by = "simulator" });
        return WireJson.WriteAsync(context, new { @object = "list", data = models }, context.RequestAborted);
    }

    private static async Task<string> ReadBodyAsync(HttpContext context, CancellationToken cancellation)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(cancellation);
    }

    private void CheckKey(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {ApiKey}") throw new ApiException(401, "Incorrect API key provided.", "invalid_api_key");
    }

    private static void CheckModel(string? asked, string served)
    {
        if (asked != served) throw new ApiException(400, $"The model `{asked}` does not exist or you do not have access to it.", "model_not_found");
    }

    private void Count(int change)
    {
        lock (gate)
        {
            InFlight += change;
            MostInFlight = Math.Max(MostInFlight, InFlight);
        }
    }
}
