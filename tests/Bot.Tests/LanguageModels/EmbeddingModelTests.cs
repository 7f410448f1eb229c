using Bot.Configuration;
using Bot.LanguageModels;
using ModelApi.Simulator;

namespace Bot.Tests.LanguageModels;

public sealed class EmbeddingModelTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private ModelServer server = null!;

    public async Task InitializeAsync() => server = await ModelServer.StartAsync(_ => throw new NotSupportedException());

    public async Task DisposeAsync() => await server.DisposeAsync();

    private EmbeddingModel Model(string? key = null) =>
        new(new HttpClient(), new ModelSettings { Endpoint = server.Endpoint, ApiKey = key ?? server.ApiKey, EmbeddingName = server.EmbeddingModel }, TimeProvider.System);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vectors_come_in_the_order_of_the_texts_in_either_encoding(bool base64)
    {
        server.KnowsBase64 = base64;
        server.Embed = text => [text.Length, 1];
        using var model = Model();

        var vectors = await model.EmbedAsync(["one", "three"], Patience, default);

        Assert.Equal([[3, 1], [5, 1]], vectors.Select(vector => vector.ToArray()));
    }

    [Fact]
    public async Task Vectors_of_different_lengths_are_none()
    {
        server.Embed = text => new float[text.Length];
        using var model = Model();

        Assert.Equal(ModelFault.Garbled, (await Assert.ThrowsAsync<ModelException>(() => model.EmbedAsync(["one", "three"], Patience, default))).Fault);
    }

    [Fact]
    public async Task A_wrong_key_is_named_and_not_tried_again()
    {
        using var model = Model("sk-wrong");

        var fault = await Assert.ThrowsAsync<ModelException>(() => model.EmbedAsync(["one"], Patience, default));

        Assert.Equal(ModelFault.Refused, fault.Fault);
        Assert.DoesNotContain("sk-wrong", fault.ToString());
    }

    [Fact]
    public async Task One_that_takes_too_long_is_given_up()
    {
        server.Embed = _ =>
        {
            Thread.Sleep(1000);
            return [1];
        };
        using var model = Model();

        Assert.Equal(ModelFault.Slow, (await Assert.ThrowsAsync<ModelException>(() => model.EmbedAsync(["one"], TimeSpan.FromMilliseconds(200), default))).Fault);
    }

    [Fact]
    public async Task One_that_is_slow_again_and_again_is_left_alone()
    {
        server.Embed = _ =>
        {
            Thread.Sleep(300);
            return [1];
        };
        using var model = Model();
        for (var call = 0; call < 4; call++) await Assert.ThrowsAsync<ModelException>(() => model.EmbedAsync(["one"], TimeSpan.FromMilliseconds(100), default));

        Assert.Equal(ModelFault.Unreachable, (await Assert.ThrowsAsync<ModelException>(() => model.EmbedAsync(["one"], Patience, default))).Fault);
    }
}
