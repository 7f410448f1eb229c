using System.ClientModel;
using System.ClientModel.Primitives;
using Bot.Configuration;
using Bot.LanguageModels.BuiltIn;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Bot.LanguageModels;

/// <summary>The language model adapter this build was made with.</summary>
internal static class LanguageModelAdapter
{
    /// <summary>The SDK asks for a key even where the endpoint asks for none.</summary>
    private const string NoKey = "none";

    /// <summary>It repeats nothing by itself, and waits as long as it is let.</summary>
    public static ILanguageModel Create(HttpClient http, ModelSettings settings) => new PromptedModel(new ChatClient(
        settings.Name,
        new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : NoKey),
        new OpenAIClientOptions { Endpoint = settings.Endpoint, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Timeout.InfiniteTimeSpan }).AsIChatClient());
}
