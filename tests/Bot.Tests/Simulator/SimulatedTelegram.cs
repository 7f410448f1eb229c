using System.Net.Http.Json;
using System.Text.Json;
using BotApi.Simulator;

namespace Bot.Tests.Simulator;

/// <summary>A simulator, and a bot that knows nothing but HTTP.</summary>
internal sealed class SimulatedTelegram : IAsyncDisposable
{
    public const long Group = -1001;
    public const long Forum = -1002;
    public const long BasicGroup = -1003;
    public const long Channel = -1009;
    public const long Anna = 1;
    public const long Borys = 2;

    private readonly HttpClient http = new();
    private long offset;

    private SimulatedTelegram(BotApiServer server) => Server = server;

    public BotApiServer Server { get; }

    public static async Task<SimulatedTelegram> StartAsync(BotApiOptions? options = null)
    {
        var server = await BotApiServer.StartAsync(options ?? new BotApiOptions());
        server.AddUser(Anna, "Anna");
        server.AddUser(Borys, "Borys");
        return new SimulatedTelegram(server);
    }

    /// <summary>A simulator with the bot in a group, in a forum and in a basic group, and all that has happened confirmed.</summary>
    public static async Task<SimulatedTelegram> WithGroupsAsync(bool privacyMode = true)
    {
        var telegram = await StartAsync(new BotApiOptions { PrivacyMode = privacyMode });
        telegram.Server.AddGroup(Group, "Talk");
        telegram.Server.AddGroup(Forum, "Topics", GroupKind.Forum);
        telegram.Server.AddGroup(BasicGroup, "Small", GroupKind.Basic);
        foreach (var group in new[] { Group, Forum, BasicGroup })
            telegram.Server.AddBotToGroup(group, Anna);
        await telegram.UpdatesAsync();
        return telegram;
    }

    /// <summary>The whole answer to a call.</summary>
    public async Task<JsonElement> CallAsync(string method, object? parameters = null)
    {
        using var response = await PostAsync(method, parameters ?? new { });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> PostAsync(string method, object parameters) =>
        http.PostAsJsonAsync(new Uri(Server.BaseUrl, $"/bot{Server.Token}/{method}"), parameters);

    public Task<JsonElement> SendAsync(long chatId, string text) => CallAsync("sendMessage", new { chat_id = chatId, text });

    /// <summary>The updates that have come since the last look.</summary>
    public async Task<IReadOnlyList<JsonElement>> UpdatesAsync()
    {
        var answer = await CallAsync("getUpdates", new { offset });
        var updates = answer.GetProperty("result").EnumerateArray().ToList();
        offset = updates.Count == 0 ? offset : updates[^1].GetProperty("update_id").GetInt64() + 1;
        return updates;
    }

    /// <summary>Begins to wait for updates; gives what waits for the answer.</summary>
    public async Task<Func<Task<JsonElement>>> PollAsync()
    {
        var poll = CallAsync("getUpdates", new { timeout = 30 });
        while (Server.Calls("getUpdates").Count == 0)
            await Task.Delay(10);
        // The call has come; it waits as soon as it was read.
        await Task.Delay(100);
        return () => poll;
    }

    public async Task<JsonElement> UpdateAsync(string kind) => Assert.Single(await UpdatesAsync()).GetProperty(kind);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
