using System.Text.Json;
using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class WebhookTests
{
    private static readonly BotApiOptions Impatient = new() { WebhookRetry = TimeSpan.FromMilliseconds(50) };

    private static string? Words(JsonElement answer) => answer.GetProperty("description").GetString();

    private static async Task<JsonElement> InfoAsync(SimulatedTelegram telegram) => (await telegram.CallAsync("getWebhookInfo")).GetProperty("result");

    [Fact]
    public async Task An_update_is_posted_with_the_secret_and_leaves_the_queue()
    {
        await using var telegram = await StartAsync();
        await using var bot = await WebhookReceiver.StartAsync();
        telegram.Server.SendText(Anna, "before");
        await telegram.CallAsync("setWebhook", new { url = bot.Url, secret_token = "s3cret_-" });
        telegram.Server.SendText(Anna, "after");

        await bot.WaitForAsync(deliveries => deliveries.Count == 2);

        Assert.Equal(["before", "after"], bot.Deliveries.Select(delivery => delivery.Text));
        Assert.All(bot.Deliveries, delivery => Assert.Equal("s3cret_-", delivery.Secret));
        await WaitForPendingAsync(telegram, 0);
    }

    [Fact]
    public async Task What_is_refused_comes_again_until_it_is_taken_and_the_error_is_remembered()
    {
        var left = 3;
        await using var telegram = await StartAsync(Impatient);
        await using var bot = await WebhookReceiver.StartAsync(_ => Task.FromResult(left-- > 0 ? 500 : 200));
        await telegram.CallAsync("setWebhook", new { url = bot.Url });
        telegram.Server.SendText(Anna, "hello");

        await bot.WaitForAsync(deliveries => deliveries.Count == 4);

        var times = bot.Deliveries.Select(delivery => delivery.Time).ToList();
        Assert.Equal(4, bot.Deliveries.Count(delivery => delivery.Text == "hello"));
        // At once, then after twice and four times the base; clocks and timers are some milliseconds coarse.
        Assert.True(times[2] - times[1] >= 85 && times[3] - times[2] >= 170, string.Join(' ', times));
        await WaitForPendingAsync(telegram, 0);
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", (await InfoAsync(telegram)).GetProperty("last_error_message").GetString());
    }

    [Fact]
    public async Task A_broken_connection_is_a_failure_like_any_other()
    {
        var left = 1;
        await using var telegram = await StartAsync(Impatient);
        await using var bot = await WebhookReceiver.StartAsync(_ => Task.FromResult(left-- > 0 ? 0 : 200));
        await telegram.CallAsync("setWebhook", new { url = bot.Url });

        telegram.Server.SendText(Anna, "hello");

        await bot.WaitForAsync(deliveries => deliveries.Count == 2);
        Assert.True((await InfoAsync(telegram)).TryGetProperty("last_error_date", out _));
    }

    [Fact]
    public async Task A_chat_waits_for_its_own_refused_update_and_other_chats_do_not()
    {
        await using var telegram = await StartAsync(Impatient);
        await using var bot = await WebhookReceiver.StartAsync(update => Task.FromResult(update.GetProperty("message").GetProperty("text").GetString() == "stuck" ? 503 : 200));
        await telegram.CallAsync("setWebhook", new { url = bot.Url });

        telegram.Server.SendText(Anna, "stuck");
        telegram.Server.SendText(Anna, "behind");
        telegram.Server.SendText(Borys, "free");
        await bot.WaitForAsync(deliveries => deliveries.Count(delivery => delivery.Text == "stuck") > 2 && deliveries.Any(delivery => delivery.Text == "free"));

        Assert.DoesNotContain(bot.Deliveries, delivery => delivery.Text == "behind");
        await WaitForPendingAsync(telegram, 2);
        Assert.Equal(2, (await InfoAsync(telegram)).GetProperty("pending_update_count").GetInt32());
    }

    [Fact]
    public async Task Many_chats_are_served_at_once_but_no_more_than_was_asked_for_and_each_in_order()
    {
        await using var telegram = await StartAsync();
        await using var bot = await WebhookReceiver.StartAsync(async update =>
        {
            // The later would overtake the first if they were on their way together.
            await Task.Delay(update.GetProperty("message").GetProperty("text").GetString() == "0" ? 50 : 5);
            return 200;
        });
        await telegram.CallAsync("setWebhook", new { url = bot.Url, max_connections = 4 });
        for (var user = 1; user <= 10; user++)
        {
            telegram.Server.AddUser(user);
            for (var i = 0; i < 5; i++)
                telegram.Server.SendText(user, $"{i}");
        }

        await bot.WaitForAsync(deliveries => deliveries.Count == 50);

        Assert.InRange(bot.Most, 2, 4);
        Assert.All(bot.Deliveries.GroupBy(delivery => delivery.Chat), chat => Assert.Equal(["0", "1", "2", "3", "4"], chat.Select(delivery => delivery.Text)));
    }

    [Fact]
    public async Task Polling_and_a_webhook_exclude_each_other()
    {
        await using var telegram = await StartAsync();
        await using var bot = await WebhookReceiver.StartAsync();
        var waiting = await telegram.PollAsync();

        await telegram.CallAsync("setWebhook", new { url = bot.Url });

        Assert.Equal("Conflict: terminated by setWebhook request", Words(await waiting()));
        Assert.StartsWith("Conflict: can't use getUpdates method while webhook is active", Words(await telegram.CallAsync("getUpdates")));
        Assert.Equal("Webhook was deleted", Words(await telegram.CallAsync("deleteWebhook")));
        Assert.Equal("Webhook is already deleted", Words(await telegram.CallAsync("deleteWebhook")));
        telegram.Server.SendText(Anna, "hello");
        Assert.Single(await telegram.UpdatesAsync());
    }

    [Fact]
    public async Task What_the_webhook_did_not_take_is_there_for_the_next_poll_unless_it_is_dropped()
    {
        await using var telegram = await StartAsync(Impatient);
        await using var bot = await WebhookReceiver.StartAsync(500);
        await telegram.CallAsync("setWebhook", new { url = bot.Url });
        telegram.Server.SendText(Anna, "hello");
        await bot.WaitForAsync(deliveries => deliveries.Count > 1);

        await telegram.CallAsync("deleteWebhook");
        Assert.Equal(1, telegram.Server.PendingUpdates);
        await telegram.CallAsync("deleteWebhook", new { drop_pending_updates = true });

        Assert.Equal(0, telegram.Server.PendingUpdates);
        Assert.Empty(await telegram.UpdatesAsync());
    }

    [Theory]
    [InlineData("not a url", "", "Bad Request: invalid webhook URL specified")]
    [InlineData("http://127.0.0.1:1/", "no spaces", "Bad Request: secret token contains unallowed characters")]
    [InlineData("http://example.org/", "", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    public async Task A_webhook_that_cannot_be_is_refused(string url, string secret, string words)
    {
        await using var telegram = await StartAsync();

        Assert.Equal(words, Words(await telegram.CallAsync("setWebhook", new { url, secret_token = secret })));
        Assert.Equal("", (await InfoAsync(telegram)).GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_settings_can_be_read_back()
    {
        await using var telegram = await StartAsync();
        await using var bot = await WebhookReceiver.StartAsync();

        await telegram.CallAsync("setWebhook", new { url = bot.Url, max_connections = 7, allowed_updates = new[] { "message" } });

        var info = await InfoAsync(telegram);
        Assert.Equal((bot.Url, 7, "message"), (info.GetProperty("url").GetString(), info.GetProperty("max_connections").GetInt32(), info.GetProperty("allowed_updates")[0].GetString()));
        Assert.Null(telegram.Server.Block(Anna));
    }

    /// <summary>An update leaves the queue only when the server has read the answer.</summary>
    private static async Task WaitForPendingAsync(SimulatedTelegram telegram, int count)
    {
        for (var i = 0; i < 200 && telegram.Server.PendingUpdates != count; i++)
            await Task.Delay(10);
        Assert.Equal(count, telegram.Server.PendingUpdates);
    }
}
