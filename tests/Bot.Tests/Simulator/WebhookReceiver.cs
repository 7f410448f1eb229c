using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Simulator;

/// <summary>A bot's webhook that answers as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Delivery> deliveries = new();
    private readonly Lock gate = new();
    private int underWay;

    private WebhookReceiver(WebApplication app) => this.app = app;

    public sealed record Delivery(JsonElement Update, string? Secret, long Time, int Status)
    {
        public string Text => Update.GetProperty("message").GetProperty("text").GetString()!;

        public long Chat => Update.GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64();
    }

    public string Url => new Uri(new Uri(app.Urls.Single()), "/hook").AbsoluteUri;

    /// <summary>All deliveries so far, in the order of arrival.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. deliveries];

    /// <summary>How many were under way at once.</summary>
    public int Most { get; private set; }

    public static async Task<WebhookReceiver> StartAsync(Func<JsonElement, Task<int>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.MapPost("/hook", context => receiver.TakeAsync(context, answer));
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<WebhookReceiver> StartAsync(int status = 200) => StartAsync(_ => Task.FromResult(status));

    public async Task WaitForAsync(Func<IReadOnlyList<Delivery>, bool> fits)
    {
        var deadline = DateTime.UtcNow.AddSeconds(10);
        while (!fits(Deliveries))
        {
            Assert.True(DateTime.UtcNow < deadline, $"After 10 s there are {deliveries.Count} deliveries.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Func<JsonElement, Task<int>> answer)
    {
        lock (gate)
            Most = Math.Max(Most, ++underWay);
        var update = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var status = await answer(update);
        deliveries.Enqueue(new Delivery(update, context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], Environment.TickCount64, status));
        lock (gate)
            underWay--;
        if (status == 0)
            context.Abort();
        else
            context.Response.StatusCode = status;
    }
}
