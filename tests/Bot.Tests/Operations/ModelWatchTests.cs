using Bot.Configuration;
using Bot.LanguageModels;
using Bot.Operations;
using Bot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ModelApi.Simulator;

namespace Bot.Tests.Operations;

public class ModelWatchTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["earlier"] = "What did Macron say?", ["question"] = "And Starmer?" };

    [Fact]
    public async Task Who_runs_the_bot_is_told_when_the_model_fails_and_when_it_works_again()
    {
        var key = "wrong";
        await using var server = await ModelServer.StartAsync(_ => key == "wrong" ? ModelReply.Status(401, "no such key") : ModelReply.Text("And Starmer?"));
        var settings = new ModelSettings { Endpoint = server.Endpoint, Name = server.ChatModel, ApiKey = server.ApiKey };
        using var calls = new ModelCalls(LanguageModelAdapter.Create(new HttpClient(), settings), settings, TimeProvider.System);
        var conditions = new Conditions(TimeProvider.System, NullLogger<Conditions>.Instance);
        using var watch = new ModelWatch(calls, conditions, TimeProvider.System);
        await watch.StartAsync(default);

        await Assert.ThrowsAsync<ModelException>(AskAsync);
        await TelegramBot.UntilAsync(() => conditions.Reasons.Count > 0);
        Assert.Contains("401", Assert.Single(conditions.Reasons));
        Assert.Contains("Model:ApiKey", conditions.Reasons[0]);

        key = "right";
        await AskAsync();
        await TelegramBot.UntilAsync(() => conditions.Reasons.Count == 0);
        await watch.StopAsync(default);

        Task AskAsync() => calls.WriteAsync(new Prompts(Repository.At("prompts")).StandaloneQuestion, Variables, null, _ => true, default);
    }
}
