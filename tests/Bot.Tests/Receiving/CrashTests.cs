using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Receiving;

public class CrashTests
{
    private const int Questions = 300;

    [Fact]
    public async Task After_kill_9_every_question_is_answered()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions());
        var folder = Some.Folder();
        for (var user = 1; user <= Questions; user++)
        {
            telegram.AddUser(user);
            telegram.SendText(user, "Who is the Kremlin spokesperson?");
        }

        using (var first = Start(telegram, folder))
        {
            await telegram.NextMessageAsync(1, 0, TelegramBot.Patience);
            first.Kill();
        }
        using var second = Start(telegram, folder);

        for (var user = 1; user <= Questions; user++)
            Assert.Contains("Peskov", (await telegram.NextMessageAsync(user, 1, TelegramBot.Patience)).Text);
        // Only what was on its way when the process died may have come twice.
        Assert.InRange(Enumerable.Range(1, Questions).Sum(user => telegram.Messages(user).Count(message => message.FromBot)), Questions, Questions + 64);
    }

    [Fact]
    public async Task Asked_to_stop_the_service_stops_and_the_token_is_in_no_log()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:planted-token" });
        telegram.AddUser(1);
        telegram.SendText(1, "hello");
        using var bot = Start(telegram, Some.Folder());
        await telegram.NextMessageAsync(1, 1, TelegramBot.Patience);

        Assert.Equal(0, await bot.StopAsync());
        Assert.Contains("Signed in", bot.Errors);
        Assert.DoesNotContain("planted-token", bot.Errors);
    }

    [Fact]
    public async Task Asked_to_stop_while_Telegram_stalls_it_stops_within_ten_seconds_and_sends_the_answer_at_the_next_start()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc" });
        var folder = Some.Folder();
        telegram.AddUser(1);
        telegram.SendText(1, "Who is the Kremlin spokesperson?");
        telegram.Faults.Add(new Fault(FaultKind.Stall, "sendMessage", duration: TimeSpan.FromMinutes(5)));
        using (var first = Start(telegram, folder))
        {
            await TelegramBot.UntilAsync(() => telegram.Calls("sendMessage").Count > 0);
            var asked = DateTimeOffset.UtcNow;
            Assert.Equal(0, await first.StopAsync());
            Assert.InRange(DateTimeOffset.UtcNow - asked, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }

        using var second = Start(telegram, folder);

        Assert.Contains("Peskov", (await telegram.NextMessageAsync(1, 1, TelegramBot.Patience)).Text);
    }

    [Fact]
    public async Task However_much_fails_the_token_is_in_no_log()
    {
        await using var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:planted-token" });
        telegram.Faults.Random(1, 1, FaultKind.BadGateway, FaultKind.CutBeforeWork, FaultKind.Unauthorized);
        using var bot = Start(telegram, Some.Folder());
        await TelegramBot.UntilAsync(() => bot.Errors.Contains("polling does not work") && bot.Errors.Contains("signing in does not work") && bot.Errors.Contains("menu and description"));

        await bot.StopAsync();

        Assert.DoesNotContain("planted-token", bot.Errors);
    }

    private static BotProcess Start(BotApiServer telegram, string folder) => BotProcess.Start(
        [], null, ("Telegram__Token", telegram.Token), ("Telegram__ApiBaseUrl", telegram.BaseUrl.AbsoluteUri), ("Storage__Connection", $"Data Source={Path.Combine(folder, "bot.db")}"), ("Web__Url", "http://127.0.0.1:0"));
}
