using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class FaultTests
{
    private static async Task<SimulatedTelegram> AskedAsync()
    {
        var telegram = await StartAsync();
        telegram.Server.SendText(Anna, "hello");
        telegram.Server.SendText(Borys, "hello");
        return telegram;
    }

    private static int Code(JsonElement answer) => answer.GetProperty("ok").GetBoolean() ? 200 : answer.GetProperty("error_code").GetInt32();

    [Fact]
    public async Task Too_many_requests_lasts_for_its_time_and_for_its_chat_alone()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.TooManyRequests, "sendMessage", Anna, duration: TimeSpan.FromSeconds(2)));

        var refused = await telegram.SendAsync(Anna, "one");
        var again = await telegram.SendAsync(Anna, "two");
        var elsewhere = await telegram.SendAsync(Borys, "three");
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        var later = await telegram.SendAsync(Anna, "four");

        Assert.Equal((429, 429, 200, 200), (Code(refused), Code(again), Code(elsewhere), Code(later)));
        Assert.Equal(2, refused.GetProperty("parameters").GetProperty("retry_after").GetInt32());
        Assert.Equal("Too Many Requests: retry after 2", refused.GetProperty("description").GetString());
        Assert.Equal(2, telegram.Server.Faults.Happened[FaultKind.TooManyRequests]);
    }

    [Fact]
    public async Task Too_many_requests_without_a_chat_stops_the_whole_bot_but_not_its_updates()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.TooManyRequests, duration: TimeSpan.FromMinutes(1)));

        Assert.Equal(200, Code(await telegram.CallAsync("getUpdates")));
        Assert.Equal(429, Code(await telegram.SendAsync(Anna, "one")));
        Assert.Equal(429, Code(await telegram.SendAsync(Borys, "two")));
    }

    [Theory]
    [InlineData(FaultKind.Forbidden, 403, "Forbidden: bot was blocked by the user")]
    [InlineData(FaultKind.ServerError, 500, "Internal Server Error")]
    [InlineData(FaultKind.Unauthorized, 401, "Unauthorized")]
    public async Task A_refusal_happens_as_often_as_it_is_planned(FaultKind kind, int code, string words)
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(kind, "sendMessage", times: 2));

        var answers = new[] { await telegram.SendAsync(Anna, "one"), await telegram.SendAsync(Borys, "two"), await telegram.SendAsync(Anna, "three") };

        Assert.Equal([code, code, 200], answers.Select(Code));
        Assert.Equal(words, answers[0].GetProperty("description").GetString());
        Assert.Equal(kind, telegram.Server.Calls("sendMessage")[0].Fault);
        Assert.Equal(2, telegram.Server.Faults.Happened[kind]);
        Assert.Single(telegram.Server.Messages(Anna), message => message.FromBot);
    }

    [Fact]
    public async Task A_bad_request_has_the_words_it_was_given_and_may_name_another_chat()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.BadRequest, description: "Bad Request: group chat was upgraded to a supergroup chat", migrateToChatId: -1004));

        var refused = await telegram.SendAsync(Anna, "one");

        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", refused.GetProperty("description").GetString());
        Assert.Equal(-1004, refused.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64());
    }

    [Fact]
    public async Task A_conflict_happens_to_the_poll()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.Conflict));

        Assert.Equal(200, Code(await telegram.SendAsync(Anna, "one")));
        Assert.Equal(409, Code(await telegram.CallAsync("getUpdates")));
        Assert.Equal(200, Code(await telegram.CallAsync("getUpdates")));
    }

    [Fact]
    public async Task A_bad_gateway_is_a_page_of_a_proxy()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.BadGateway));

        using var response = await telegram.PostAsync("sendMessage", new { chat_id = Anna, text = "one" });

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData(FaultKind.CutBeforeWork, 0)]
    [InlineData(FaultKind.CutAfterWork, 1)]
    public async Task A_connection_breaks_before_the_work_or_after_it(FaultKind kind, int made)
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(kind, "sendMessage"));

        await Assert.ThrowsAsync<HttpRequestException>(() => telegram.SendAsync(Anna, "one"));

        var messages = telegram.Server.Messages(Anna).Where(message => message.FromBot).ToList();
        var call = Assert.Single(telegram.Server.Calls("sendMessage"));
        Assert.Equal(made, messages.Count);
        Assert.Equal((kind, messages.SingleOrDefault()?.MessageId), (call.Fault, call.MessageId));
    }

    [Fact]
    public async Task A_stalled_answer_comes_late()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Add(new Fault(FaultKind.Stall, duration: TimeSpan.FromMilliseconds(300)));
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(200, Code(await telegram.SendAsync(Anna, "one")));

        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(280));
    }

    [Fact]
    public async Task Chance_takes_its_share_and_the_same_seed_the_same_calls()
    {
        var first = await RefusedAsync(seed: 5);
        var second = await RefusedAsync(seed: 5);

        Assert.Equal(first, second);
        Assert.InRange(first.Count(refused => refused), 10, 40);
    }

    [Fact]
    public async Task Once_cleared_nothing_goes_wrong()
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Random(1, 1, FaultKind.ServerError);
        telegram.Server.Faults.Add(new Fault(FaultKind.TooManyRequests, times: 9, duration: TimeSpan.FromMinutes(1)));
        Assert.Equal(429, Code(await telegram.SendAsync(Anna, "one")));

        telegram.Server.Faults.Clear();

        Assert.Equal(200, Code(await telegram.SendAsync(Anna, "two")));
    }

    private static async Task<List<bool>> RefusedAsync(int seed)
    {
        await using var telegram = await AskedAsync();
        telegram.Server.Faults.Random(seed, 0.25, FaultKind.ServerError, FaultKind.Forbidden);
        var refused = new List<bool>();
        for (var i = 0; i < 100; i++)
            refused.Add(Code(await telegram.SendAsync(Anna, $"message {i}")) != 200);
        return refused;
    }
}
