using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Bot.LanguageModels;

/// <summary>How calls of the endpoint are repeated, and when it is left alone.</summary>
internal static class Resilience
{
    private const int Repetitions = 2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    // Down is who fails half of at least four calls within half a minute; then the next try is a quarter of a minute later.
    private const double FailingShare = 0.5;
    private const int FewestCalls = 4;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(15);

    /// <summary>Repeats what <see cref="ModelException.IsWorthRetrying"/>; throws <see cref="BrokenCircuitException"/> at once while the endpoint is down.</summary>
    public static ResiliencePipeline Pipeline(TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(fault => fault.IsWorthRetrying),
            MaxRetryAttempts = Repetitions, Delay = FirstPause, BackoffType = DelayBackoffType.Exponential, UseJitter = true, MaxDelay = LongestPause,
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(fault => fault.Fault is not ModelFault.Prompt),
            FailureRatio = FailingShare, MinimumThroughput = FewestCalls, SamplingDuration = Watched, BreakDuration = LeftAlone,
        })
        .Build();
}
