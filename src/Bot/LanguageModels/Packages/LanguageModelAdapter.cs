using Bot.Configuration;
using Bot.LanguageModels.Packages;

namespace Bot.LanguageModels;

/// <summary>The language model adapter this build was made with.</summary>
internal static class LanguageModelAdapter
{
    public static ILanguageModel Create(HttpClient http, ModelSettings settings) => new KernelModel(http, settings);
}
