using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Configuration;
using Bot.LanguageModels;
using Bot.Tests.Support;
using ModelApi.Simulator;

namespace Bot.Tests.LanguageModels;

public sealed class ModelCallsTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Variables = new() { ["earlier"] = "What did Macron say?", ["question"] = "And Starmer?" };
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object"}""").RootElement;

    private ModelServer server = null!;
    private int received;

    public async Task InitializeAsync() => server = await ModelServer.StartAsync(_ => ModelReply.Text("Yes."));

    public async Task DisposeAsync() => await server.DisposeAsync();

    private ModelCalls Calls(ModelSettings? settings = null)
    {
        var set = (settings ?? new ModelSettings()) with { Endpoint = server.Endpoint, Name = server.ChatModel, ApiKey = server.ApiKey };
        return new ModelCalls(LanguageModelAdapter.Create(new HttpClient(), set), set, TimeProvider.System);
    }

    private static async Task<string> WriteAsync(ModelCalls calls, JsonElement? schema = null)
    {
        var text = new StringBuilder();
        await calls.WriteAsync(new Prompts(Repository.At("prompts")).StandaloneQuestion, Variables, schema, piece => text.Append(piece).Length > 0, default);
        return text.ToString();
    }

    /// <summary>These replies one after the other, and then the last one again and again.</summary>
    private void Replies(params Func<ModelReply>[] replies) => server.Script = _ => replies[Math.Min(Interlocked.Increment(ref received), replies.Length) - 1]();

    [Fact]
    public async Task What_fails_for_a_moment_is_tried_again_when_the_server_says()
    {
        Replies(() => ModelReply.Status(429, "slow down", TimeSpan.FromSeconds(1)), () => ModelReply.Text("Yes."));
        using var calls = Calls();
        var started = Stopwatch.GetTimestamp();

        Assert.Equal("Yes.", await WriteAsync(calls));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.95, 5);
    }

    [Fact]
    public async Task What_was_begun_is_not_said_twice()
    {
        Replies(() => ModelReply.CutOff("A long answer.", 4), () => ModelReply.Text("Yes."));
        using var calls = Calls();

        var failure = await Assert.ThrowsAsync<ModelException>(() => WriteAsync(calls));

        Assert.Equal(nameof(ModelFault.CutOff), failure.Fault.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_the_endpoint_refuses_is_not_tried_again()
    {
        Replies(() => ModelReply.Status(403, "no"));
        using var calls = Calls();

        await Assert.ThrowsAsync<ModelException>(() => WriteAsync(calls));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_model_that_is_down_is_left_alone_for_a_while()
    {
        Replies(() => ModelReply.Status(403, "no"));
        using var calls = Calls();
        for (var at = 0; at < 4; at++) await Assert.ThrowsAsync<ModelException>(() => WriteAsync(calls));
        var started = Stopwatch.GetTimestamp();

        var failure = await Assert.ThrowsAsync<ModelException>(() => WriteAsync(calls));

        Assert.Contains("left alone", failure.Message);
        Assert.Equal(4, server.Requests.Count);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        Replies(() => ModelReply.Stalls("Ye"));
        using var calls = Calls(new ModelSettings { SecondsPerCall = 1 });

        Assert.Equal(nameof(ModelFault.Slow), (await Assert.ThrowsAsync<ModelException>(() => WriteAsync(calls))).Fault.ToString());
    }

    [Fact]
    public async Task An_endpoint_without_schemas_is_asked_without_one_from_then_on()
    {
        server.SupportsResponseFormat = false;
        using var calls = Calls();

        Assert.Equal("Yes.", await WriteAsync(calls, Schema));
        Assert.Equal("Yes.", await WriteAsync(calls, Schema));
        Assert.Equal(3, server.Requests.Count);
        Assert.Null(server.Requests[2].ResponseFormat);
    }
}
