using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Operations;

public class MetricsExportTests
{
    [Fact]
    public async Task Where_an_endpoint_is_set_what_was_answered_and_sent_is_exported_and_no_secret_with_it()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:planted-token" });
        using var collector = new HttpListener { Prefixes = { $"http://127.0.0.1:{Some.FreePort()}/" } };
        collector.Start();
        var received = new ConcurrentQueue<string>();
        var collecting = CollectAsync(collector, received);
        telegram.AddUser(1);
        telegram.SendText(1, "Who is the Kremlin spokesperson?");

        using var bot = BotProcess.Start(
            [], null, ("Telegram__Token", telegram.Token), ("Telegram__ApiBaseUrl", telegram.BaseUrl.AbsoluteUri), ("Storage__Connection", $"Data Source={Path.Combine(Some.Folder(), "bot.db")}"), ("Web__Url", "http://127.0.0.1:0"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Prefixes.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"));
        await TelegramBot.UntilAsync(() => received.Any(body => body.Contains("bot.answers") && body.Contains("bot.message.delay") && body.Contains("Answered")));
        await bot.StopAsync();
        collector.Stop();
        await collecting;

        Assert.All(received, body => Assert.DoesNotContain("planted-token", body));
    }

    private static async Task CollectAsync(HttpListener collector, ConcurrentQueue<string> received)
    {
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
