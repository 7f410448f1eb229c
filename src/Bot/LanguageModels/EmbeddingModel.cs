using Bot.Configuration;
using OpenAI.Embeddings;
using Polly;
using Polly.CircuitBreaker;

namespace Bot.LanguageModels;

/// <summary>An embedding model at an OpenAI-compatible endpoint: it turns texts into vectors that lie the nearer to each other the more alike the texts are in meaning.</summary>
internal sealed class EmbeddingModel(HttpClient http, ModelSettings settings, TimeProvider clock) : IDisposable
{
    private readonly EmbeddingClient client = OpenAIEndpoint.Client(http, settings).GetEmbeddingClient(settings.EmbeddingName);
    private readonly SemaphoreSlim free = new(settings.CallsAtOnce);
    private readonly ResiliencePipeline pipeline = Resilience.Pipeline(clock);

    public string Name => settings.EmbeddingName;

    /// <summary>A vector for each text, in their order and all of one length.</summary>
    /// <param name="texts">None of them empty.</param>
    /// <param name="patience">How long it may take, repetitions and all.</param>
    /// <exception cref="ModelException">It came to nothing, or is not tried since the endpoint is down.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was given.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        try
        {
            await free.WaitAsync(limit.Token);
            try
            {
                return await pipeline.ExecuteAsync(async token => await EmbedOnceAsync(texts, patience, token, stop), limit.Token);
            }
            finally
            {
                free.Release();
            }
        }
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw Slow(patience, fault);
        }
        catch (BrokenCircuitException fault)
        {
            throw new ModelException(ModelFault.Unreachable, "the embedding model is down, and is left alone for a while", inner: fault);
        }
    }

    public void Dispose() => free.Dispose();

    private static ModelException Slow(TimeSpan patience, Exception inner) => new(ModelFault.Slow, $"the embedding model did not end within {patience.TotalSeconds} s", inner: inner);

    /// <param name="limit">The end of the patience as well as <paramref name="stop"/>.</param>
    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedOnceAsync(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken limit, CancellationToken stop)
    {
        try
        {
            var embedded = await client.GenerateEmbeddingsAsync(texts, cancellationToken: limit);
            var vectors = embedded.Value.OrderBy(one => one.Index).Select(one => one.ToFloats()).ToList();
            if (vectors.Count != texts.Count || vectors.Exists(vector => vector.Length == 0 || vector.Length != vectors[0].Length || !IsFinite(vector.Span)))
                throw new ModelException(ModelFault.Garbled, $"the embedding model gave no vectors of one length for {texts.Count} texts");
            return vectors;
        }
        // Said here, so that one who is slow again and again is left alone.
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw Slow(patience, fault);
        }
        catch (Exception fault) when (OpenAIEndpoint.Explain(fault) is { } explained)
        {
            throw explained;
        }
    }

    private static bool IsFinite(ReadOnlySpan<float> vector)
    {
        foreach (var value in vector)
        {
            if (!float.IsFinite(value)) return false;
        }
        return true;
    }
}
