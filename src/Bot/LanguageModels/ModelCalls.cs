using System.Text.Json;
using Bot.Configuration;
using Polly;
using Polly.CircuitBreaker;

namespace Bot.LanguageModels;

/// <summary>
/// Calls of the model: so many at a time, none longer than allowed, repeated where that may help and nothing was written
/// yet, and refused at once while the model is down.
/// </summary>
internal sealed class ModelCalls(ILanguageModel model, ModelSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim free = new(settings.CallsAtOnce);
    private readonly ResiliencePipeline pipeline = Resilience.Pipeline(clock);

    /// <summary>Some compatible endpoints refuse a schema; the prompt says the same in words.</summary>
    private volatile bool knowsSchemas = true;

    private volatile string? fault;

    /// <summary>Why the last call came to nothing; null where it did not, and before the first.</summary>
    public string? Fault => fault;

    /// <summary>Has the model write, telling each piece as it comes.</summary>
    /// <param name="onPiece">Takes a piece; false where no more is wanted.</param>
    /// <returns>The tokens used; 0 where the endpoint does not tell.</returns>
    /// <exception cref="ModelException">It came to nothing, or is not tried since the model is down.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was given.</exception>
    public async Task<int> WriteAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, Func<string, bool> onPiece, CancellationToken stop)
    {
        await free.WaitAsync(stop);
        try
        {
            var tokens = await pipeline.ExecuteAsync(async token => await TryAsync(prompt, variables, schema, onPiece, token), stop);
            fault = null;
            return tokens;
        }
        catch (BrokenCircuitException broken)
        {
            throw new ModelException(ModelFault.Unreachable, "the model is down, and is left alone for a while", inner: broken);
        }
        catch (ModelException failed)
        {
            Failed(failed);
            throw;
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Keeps why a call came to nothing, also where only its reader could tell.</summary>
    public ModelException Failed(ModelException failed)
    {
        fault = failed.Message;
        return failed;
    }

    public void Dispose() => free.Dispose();

    private async Task<int> TryAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, Func<string, bool> onPiece, CancellationToken stop)
    {
        if (schema is null || !knowsSchemas) return await WriteOnceAsync(prompt, variables, null, onPiece, stop);
        try
        {
            return await WriteOnceAsync(prompt, variables, schema, onPiece, stop);
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.Refused)
        {
            var tokens = await WriteOnceAsync(prompt, variables, null, onPiece, stop);
            knowsSchemas = false;
            return tokens;
        }
    }

    private async Task<int> WriteOnceAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, Func<string, bool> onPiece, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.SecondsPerCall), clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        var (begun, tokens) = (false, 0);
        try
        {
            await foreach (var piece in model.WriteAsync(prompt, variables, schema, limit.Token))
            {
                tokens = piece.Tokens ?? tokens;
                if (piece.Text.Length == 0) continue;
                begun = true;
                if (!onPiece(piece.Text)) break;
            }
            return tokens;
        }
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw new ModelException(ModelFault.Slow, $"the model did not end within {settings.SecondsPerCall} s (see Model:SecondsPerCall)", inner: fault);
        }
        // What was written is told already: said again it would come twice.
        catch (ModelException fault) when (begun && fault.IsWorthRetrying)
        {
            throw new ModelException(ModelFault.CutOff, fault.Message, inner: fault);
        }
    }
}
