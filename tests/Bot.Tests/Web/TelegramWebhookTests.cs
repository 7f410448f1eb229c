using System.Net;
using System.Text;
using Bot.Configuration;
using Bot.Tests.Support;

namespace Bot.Tests.Web;

public sealed class TelegramWebhookTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "a-secret-that-nobody-guesses";
    private const string Question = "Who is the Kremlin spokesperson?";

    private readonly HttpClient http = new();
    private readonly int port = Some.FreePort();
    private TelegramBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TelegramBot.StartAsync(settings => With(settings, Secret));
        await TelegramBot.UntilAsync(() => bot.Telegram.Calls("setWebhook").Count > 0);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public void Dispose() => http.Dispose();

    private BotSettings With(BotSettings settings, string secret) => settings with
    {
        Telegram = settings.Telegram with { Mode = TelegramMode.Webhook, WebhookUrl = new Uri($"http://127.0.0.1:{port}/telegram"), WebhookSecret = secret },
        Web = new WebSettings { Url = new Uri($"http://127.0.0.1:{port}") },
    };

    private static async Task<BotApi.Simulator.BotMessage> AfterAllAsync(TelegramBot bot)
    {
        var sent = bot.Telegram.SendText(1, Question);
        return await bot.Telegram.NextMessageAsync(1, sent.MessageId, TelegramBot.Patience);
    }

    private async Task<HttpStatusCode> PostAsync(string body, string? secret = Secret, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"http://127.0.0.1:{port}/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // A body that is not wanted is not sent: its refusal would be lost in the connection's end.
        request.Headers.ExpectContinue = true;
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    [Fact]
    public async Task Questions_that_Telegram_posts_are_answered() => Assert.Contains("Dmitry Peskov", (await bot.Person().AskAsync(Question)).Text);

    [Fact]
    public async Task An_update_posted_twice_is_answered_once()
    {
        bot.Person();
        await bot.Person(2).AskAsync("/new");
        const string Update = """{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":2,"type":"private","first_name":"A"},"from":{"id":2,"is_bot":false,"first_name":"A"},"text":"/help"}}""";

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await PostAsync(Update), await PostAsync(Update)));

        Assert.Equal(2, (await bot.SaidAsync(2)).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-that-nobody-guesse")]
    [InlineData("a-secret-that-nobody-guesses2")]
    public async Task Who_does_not_know_the_secret_is_refused(string? secret) => Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("""{"update_id":5}""", secret));

    [Fact]
    public async Task Only_posts_are_taken() => Assert.Equal(HttpStatusCode.MethodNotAllowed, await PostAsync("{}", method: HttpMethod.Put));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task What_is_no_update_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));

    [Fact]
    public async Task A_body_larger_than_any_update_is_refused() => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', 1024 * 1024 + 1)));

    [Fact]
    public async Task So_is_one_that_does_not_say_how_large_it_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/telegram") { Content = new StringContent(new string(' ', 1024 * 1024 + 1)) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        request.Headers.TransferEncodingChunked = true;

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_update_of_a_kind_unknown_yet_is_taken() => Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":6,"thought_transfer":{}}"""));

    [Fact]
    public async Task Another_secret_is_told_to_Telegram_at_the_next_start()
    {
        await bot.Person().AskAsync("/help");
        await bot.StopAsync();
        await Task.Delay(1100);

        await using var second = await TelegramBot.StartAsync(settings => With(settings, "another-secret-0123456789"), bot.Database, bot.Telegram);

        Assert.Contains("Dmitry Peskov", (await AfterAllAsync(second)).Text);
    }

    [Fact]
    public async Task While_the_database_is_locked_Telegram_is_asked_to_post_again()
    {
        await bot.Person().AskAsync("/help");
        using (var other = new Bot.Storage.Database($"Data Source={bot.Database}").Open())
        using (other.BeginTransaction(deferred: false))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":2,"type":"private","first_name":"A"},"from":{"id":2,"is_bot":false,"first_name":"A"},"text":"/help"}}"""));
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":2,"type":"private","first_name":"A"},"from":{"id":2,"is_bot":false,"first_name":"A"},"text":"/help"}}"""));
    }

    [Fact]
    public async Task Started_again_with_polling_the_webhook_is_removed_and_nothing_is_lost()
    {
        await bot.Person().AskAsync(Question);
        await bot.StopAsync();
        bot.Telegram.SendText(1, "/help");

        await using var polling = await TelegramBot.StartAsync(database: bot.Database, telegram: bot.Telegram);

        await bot.NextAsync(1);
        Assert.Single(bot.Telegram.Calls("deleteWebhook"));
    }
}
