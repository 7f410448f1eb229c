using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using ModelApi.Simulator;

namespace Bot.Tests.Simulator;

public sealed class ModelServerTests : IAsyncLifetime, IDisposable
{
    private const string Emoji = "Мир 🕊️ and 🇺🇦";

    private readonly HttpClient http = new();
    private ModelServer server = null!;

    public async Task InitializeAsync()
    {
        server = await ModelServer.StartAsync(_ => ModelReply.Text(Emoji));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_text_arrives_in_pieces_of_whole_letters_and_ends_with_a_reason_and_usage()
    {
        server.Script = _ => ModelReply.Text(Emoji).InPieces(1, TimeSpan.FromMilliseconds(1));

        var lines = await LinesAsync(await AskAsync(stream: true));

        var chunks = Chunks(lines);
        var pieces = chunks.Select(Content).OfType<string>().Where(piece => piece.Length > 0).ToList();
        Assert.Equal(Emoji, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.False(char.IsHighSurrogate(piece[^1])));
        Assert.True(pieces.Count > 10);
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0, chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.True(chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32() > 0);
        Assert.Equal("data: [DONE]", lines[^1]);
    }

    [Fact]
    public async Task Without_a_stream_the_whole_comes_at_once_and_the_request_is_remembered()
    {
        using var response = await AskAsync(stream: false);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        var request = Assert.Single(server.Requests);
        Assert.Equal(Emoji, answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        Assert.Equal(("user", "two parts", 50), (request.Messages[0].Role, request.LastUserMessage, request.MaxTokens));
    }

    [Fact]
    public async Task An_error_has_the_time_to_wait_for()
    {
        server.Script = _ => ModelReply.Status(429, "Slow down.", TimeSpan.FromSeconds(3));

        using var response = await AskAsync(stream: true);

        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(3)), (response.StatusCode, response.Headers.RetryAfter?.Delta));
        Assert.Equal(("Slow down.", "rate_limit_exceeded"), (error.GetProperty("message").GetString(), error.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_cut_off_has_no_reason(bool abruptly)
    {
        server.Script = _ => ModelReply.CutOff(Emoji, 5, abruptly).InPieces(1, TimeSpan.Zero);

        var lines = new List<string>();
        var broken = await Record.ExceptionAsync(async () => await LinesAsync(await AskAsync(stream: true), lines));

        Assert.Equal(abruptly, broken is IOException);
        Assert.Equal(Emoji[..6], string.Concat(Chunks(lines).Select(Content)));
        Assert.DoesNotContain(lines, line => line.Contains("\"stop\"", StringComparison.Ordinal) || line.Contains("[DONE]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stall_sends_headers_and_ends_when_the_client_goes(bool stream)
    {
        server.Script = _ => ModelReply.Stalls();
        using var response = await AskAsync(stream);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response.Content.ReadAsStringAsync(patience.Token));
        response.Dispose();

        Assert.True(SpinWait.SpinUntil(() => server.InFlight == 0, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_server_stops_although_a_call_stalls()
    {
        server.Script = _ => ModelReply.Stalls("begun");
        using var response = await AskAsync(stream: true);

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Vectors_are_the_same_in_base64_and_in_numbers()
    {
        var numbers = (await EmbedAsync("float")).Select(vector => vector.Deserialize<float[]>()!).ToList();
        var packed = (await EmbedAsync("base64")).Select(vector => MemoryMarshal.Cast<byte, float>(vector.GetBytesFromBase64()).ToArray()).ToList();

        Assert.Equal(numbers, packed);
        Assert.Equal(1, numbers[0].Sum(value => value * value), 5);
        Assert.True(Cosine(numbers[0], numbers[1]) > Cosine(numbers[0], numbers[2]));
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_said_in_its_status()
    {
        server.SupportsResponseFormat = false;
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(new { model = "another", messages = new[] { new { role = "user", content = "?" } } }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(new { model = server.ChatModel }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(new { model = server.ChatModel, messages = new[] { new { role = "user", content = "?" } }, response_format = new { type = "json_object" } }));

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(new { model = server.ChatModel, messages = new[] { new { role = "user", content = "?" } } }));
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_counted()
    {
        server.Script = _ => ModelReply.Text("later").After(TimeSpan.FromMilliseconds(300));

        foreach (var response in await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AskAsync(stream: true)))) response.Dispose();
        (await AskAsync(stream: false)).Dispose();

        Assert.Equal((3, 4), (server.MostInFlight, server.Requests.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_after_the_end_of_another_is_not_at_the_same_time(bool stream)
    {
        for (var i = 0; i < 200; i++) await LinesAsync(await AskAsync(stream));

        Assert.Equal(1, server.MostInFlight);
    }

    [Fact]
    public void Scripts_start_honest_and_break_one_rule_each()
    {
        const string Text = "U.S. envoy Anna Kovalenko said in 2014 that the bridge was closed. It rained.";
        var message = new ChatMessage("user", $$"""
            Passages:
            {"id":"p1","title":"Bridges","text":"{{Text}}"}
            Question: what about the bridge?
            """);
        var request = new ChatRequest("model", [message], null, null, null, false, false, "");
        const string Sentence = "U.S. envoy Anna Kovalenko said in 2014 that the bridge was closed.";

        Assert.Equal((Sentence, "p1", Sentence), Said(AnswersFromPassages.Honest(request)));
        Assert.Equal((Sentence.Replace("2014", "2015", StringComparison.Ordinal), "p1", Sentence), Said(AnswersFromPassages.WrongNumber(request)));
        Assert.DoesNotContain(Said(AnswersFromPassages.InventedQuote(request)).Quote, Text, StringComparison.Ordinal);
        Assert.Equal((Sentence, "p999", Sentence), Said(AnswersFromPassages.InventedPassage(request)));
        Assert.Equal(("The bridge was closed.", "p1", Sentence), Said(AnswersFromPassages.ClaimAsFact(request)));
        Assert.Equal(("Buy now!", "p1", Sentence), Said((TextReply)AnswersFromPassages.ObeysInjection("Buy now!")(request)));
        Assert.StartsWith("```json\n{", AnswersFromPassages.Fenced(request).Content, StringComparison.Ordinal);
        Assert.Equal(Sentence, AnswersFromPassages.Prose(request).Content);
        Assert.Equal(AnswersFromPassages.NotInSources(), AnswersFromPassages.Honest(request with { Messages = [] }));
    }

    private Task<HttpResponseMessage> AskAsync(bool stream)
    {
        var body = new
        {
            model = server.ChatModel,
            stream,
            stream_options = stream ? new { include_usage = true } : null,
            max_completion_tokens = 50,
            messages = new[] { new { role = "user", content = new[] { new { type = "text", text = "two " }, new { type = "text", text = "parts" } } } },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{server.Endpoint}/chat/completions")) { Content = JsonContent.Create(body) };
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<HttpStatusCode> StatusAsync(object body)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"{server.Endpoint}/chat/completions"), body);
        return response.StatusCode;
    }

    private async Task<IReadOnlyList<JsonElement>> EmbedAsync(string format)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"{server.Endpoint}/embeddings"), new
        {
            model = server.EmbeddingModel,
            encoding_format = format,
            input = new[] { "a bridge over the river", "The bridge, the river", "elections in November" },
        });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return [.. answer.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("embedding"))];
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(HttpResponseMessage response, List<string>? lines = null)
    {
        lines ??= [];
        using (response)
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.Length > 0) lines.Add(line);
            }
        }
        return lines;
    }

    private static IReadOnlyList<JsonElement> Chunks(IEnumerable<string> lines) =>
        [.. lines.Where(line => line != "data: [DONE]").Select(line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]))];

    private static string? Content(JsonElement chunk) =>
        chunk.GetProperty("choices") is var choices && choices.GetArrayLength() > 0 && choices[0].GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : null;

    private static (string? Text, string? Passage, string Quote) Said(TextReply reply)
    {
        var statement = JsonSerializer.Deserialize<JsonElement>(reply.Content).GetProperty("statements")[0];
        var citation = statement.GetProperty("citations")[0];
        return (statement.GetProperty("text").GetString(), citation.GetProperty("passage").GetString(), citation.GetProperty("quote").GetString()!);
    }

    private static float Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
