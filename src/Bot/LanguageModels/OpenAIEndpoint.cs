using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Bot.Configuration;
using OpenAI;

namespace Bot.LanguageModels;

/// <summary>The official SDK at the endpoint that the settings name.</summary>
internal static class OpenAIEndpoint
{
    /// <summary>The SDK asks for a key even where the endpoint asks for none.</summary>
    private const string NoKey = "none";

    /// <summary>It repeats nothing by itself, and waits as long as it is let.</summary>
    public static OpenAIClient Client(HttpClient http, ModelSettings settings) => new(
        new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : NoKey),
        new OpenAIClientOptions { Endpoint = settings.Endpoint, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Timeout.InfiniteTimeSpan });

    /// <summary>What the SDK throws, in this program's words; null for what is no fault of the endpoint's.</summary>
    public static ModelException? Explain(Exception fault) => fault switch
    {
        ClientResultException refused => ModelException.OfStatus(refused.Status, refused.Message, RetryAfter.In(refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var wait) is true ? wait : null), refused),
        HttpRequestException or IOException => new ModelException(ModelFault.Unreachable, $"the model cannot be reached: {fault.Message}", inner: fault),
        OperationCanceledException => null,
        JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException => new ModelException(ModelFault.Garbled, $"what the endpoint sent is no model's answer: {fault.Message}", inner: fault),
        _ => null,
    };
}
