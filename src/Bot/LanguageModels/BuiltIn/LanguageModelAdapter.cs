using Bot.Configuration;
using Bot.LanguageModels.BuiltIn;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModels;

/// <summary>The language model adapter this build was made with.</summary>
internal static class LanguageModelAdapter
{
    public static ILanguageModel Create(HttpClient http, ModelSettings settings) => new PromptedModel(OpenAIEndpoint.Client(http, settings).GetChatClient(settings.Name).AsIChatClient());
}
