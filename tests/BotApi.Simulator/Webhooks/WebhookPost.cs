using System.Net.Http.Headers;
using System.Net.Sockets;

namespace BotApi.Simulator;

/// <summary>Posts one update after another over connections that are kept.</summary>
internal sealed class WebhookPost : IDisposable
{
    /// <summary>For so long Telegram waits for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly WebhookSettings settings;
    private readonly HttpClient http;

    public WebhookPost(WebhookSettings settings)
    {
        this.settings = settings;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = settings.MaxConnections,
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Patience,
        };
    }

    /// <summary>Posts an update; anything but 2xx is a failure.</summary>
    public async Task<WebhookResult> SendAsync(StoredUpdate update, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(update.ToJson()) };
        request.Content.Headers.ContentType = Json;
        if (settings.Secret.Length > 0)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", settings.Secret);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? WebhookResult.Taken
                : new WebhookResult(
                    $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}",
                    response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
        }
        catch (HttpRequestException error)
        {
            var isRefused = error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
            return new WebhookResult(isRefused ? "Connection refused" : "Connection reset by peer", TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookResult("Read timeout expired", TimeSpan.Zero);
        }
    }

    public void Dispose() => http.Dispose();
}
