using System.Net;
using Bot.Storage;
using Bot.Tests.Support;
using BotApi.Simulator;
using Dapper;

namespace Bot.Tests.Web;

/// <summary>What whoever runs the bot is told, and that the bot goes on once it can.</summary>
public sealed class HealthTests : IAsyncLifetime, IDisposable
{
    private const string Question = "Who is the Kremlin spokesperson?";

    private readonly HttpClient http = new();
    private TelegramBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TelegramBot.StartAsync();
        await bot.Person(1).AskAsync("/help");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, string Body)> HealthAsync()
    {
        using var response = await http.GetAsync(new Uri(bot.Web, "/health"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> ReasonAsync(string words)
    {
        var body = "";
        await TelegramBot.UntilAsync(async () =>
        {
            (var status, body) = await HealthAsync();
            return body.Contains(words, StringComparison.Ordinal) && status == HttpStatusCode.ServiceUnavailable;
        });
        return body;
    }

    private async Task AnswersAgainAsync()
    {
        bot.Telegram.SendText(1, Question);
        await bot.Telegram.WaitForMessageAsync(1, 0, message => message.Text.Contains("Dmitry Peskov"), TelegramBot.Patience);
        await TelegramBot.UntilAsync(async () => (await HealthAsync()).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_is_well()
    {
        await TelegramBot.UntilAsync(async () => (await HealthAsync()).Status == HttpStatusCode.OK);

        Assert.Contains("\"status\":\"ok\",\"alive\":true,\"ready\":true,\"reasons\":[],\"telegram\":\"polling\"", (await HealthAsync()).Body);
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized, "Telegram does not know the token")]
    [InlineData(FaultKind.Conflict, "somebody else fetches this bot\\u0027s updates")]
    [InlineData(FaultKind.BadGateway, "Telegram answers 502")]
    [InlineData(FaultKind.CutBeforeWork, "Telegram cannot be reached")]
    public async Task Why_no_updates_come_is_told_and_survived(FaultKind kind, string words)
    {
        bot.Telegram.Faults.Add(new Fault(kind, "getUpdates", times: 1000));
        bot.Telegram.SendText(1, "/new");

        await ReasonAsync($"polling: {words}");

        bot.Telegram.Faults.Clear();
        await AnswersAgainAsync();
    }

    [Fact]
    public async Task That_no_message_arrives_is_told()
    {
        bot.Telegram.Faults.Add(new Fault(FaultKind.BadGateway, "sendMessage", times: 1000));
        bot.Telegram.SendText(1, "/new");

        await ReasonAsync("delivering messages: Telegram answers 502");

        bot.Telegram.Faults.Clear();
        await AnswersAgainAsync();
    }

    [Fact]
    public async Task A_webhook_that_somebody_set_meanwhile_is_removed()
    {
        using var set = await http.PostAsync(new Uri(bot.Telegram.BaseUrl, $"/bot{bot.Telegram.Token}/setWebhook"), new StringContent("""{"url":"http://127.0.0.1:1/x"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(set.IsSuccessStatusCode);

        await AnswersAgainAsync();
    }

    [Fact]
    public async Task A_database_that_is_locked_is_told_and_survived()
    {
        using (var other = new Database($"Data Source={bot.Database}").Open())
        using (other.BeginTransaction(deferred: false))
        {
            bot.Telegram.SendText(1, "/new");

            await ReasonAsync("the database is locked by another program");
        }

        await AnswersAgainAsync();
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_and_survived()
    {
        var database = bot.Service<Database>();
        // The connection may not grow the file by a page; the next one may.
        database.InTransaction((connection, transaction) => connection.ExecuteScalar<long>($"PRAGMA max_page_count = {connection.ExecuteScalar<long>("PRAGMA page_count", transaction: transaction)}", transaction: transaction));
        var longest = new string('?', 4000) + Question;
        for (var user = 2; user < 40; user++)
        {
            bot.Person(user);
            bot.Telegram.SendText(user, longest);
        }

        await ReasonAsync("the disk is full");

        await AnswersAgainAsync();
    }
}
