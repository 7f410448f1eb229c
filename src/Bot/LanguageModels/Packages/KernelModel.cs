using System.ClientModel;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Configuration;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.PromptTemplates.Handlebars;
using OpenAI.Chat;

namespace Bot.LanguageModels.Packages;

/// <summary>Prompt files run by Semantic Kernel, at any OpenAI-compatible endpoint.</summary>
internal sealed class KernelModel : ILanguageModel
{
    private static readonly HandlebarsPromptTemplateFactory Templates = new();

    private readonly Kernel kernel;
    private readonly ConcurrentDictionary<string, KernelFunction> functions = [];

    public KernelModel(HttpClient http, ModelSettings settings)
    {
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(settings.Name, OpenAIEndpoint.Client(http, settings));
        builder.Services.AddSingleton<IPromptRenderFilter, ChatStructureFilter>();
        kernel = builder.Build();
    }

    public async IAsyncEnumerable<ModelPiece> WriteAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, [EnumeratorCancellation] CancellationToken stop)
    {
        var function = functions.GetOrAdd(prompt.Hash, _ => KernelFunctionYaml.FromPromptYaml(prompt.Text, Templates));
        // Settings given with a call stand for the file's: all of them are given.
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = prompt.Temperature,
            MaxTokens = prompt.MaxTokens,
            ResponseFormat = schema is { } format ? ChatResponseFormat.CreateJsonSchemaFormat(prompt.Name.Replace('-', '_'), BinaryData.FromString(format.GetRawText()), jsonSchemaIsStrict: true) : null,
        };
        var arguments = new KernelArguments(settings) { [ChatStructureFilter.Roles] = string.Join(' ', prompt.Roles) };
        foreach (var (name, value) in variables) arguments[name] = ChatMarkup.Clean(value);
        var finish = default(string);
        await foreach (var update in Guarded(kernel.InvokeStreamingAsync<StreamingChatMessageContent>(function, arguments, stop), prompt, stop))
        {
            finish ??= update.Metadata?.GetValueOrDefault("FinishReason")?.ToString();
            yield return new ModelPiece(update.Content ?? "", (update.Metadata?.GetValueOrDefault("Usage") as ChatTokenUsage)?.TotalTokenCount);
        }
        FinishReasons.Check(finish);
    }

    /// <summary>What Semantic Kernel and the SDK throw, in this program's words.</summary>
    private static async IAsyncEnumerable<StreamingChatMessageContent> Guarded(IAsyncEnumerable<StreamingChatMessageContent> updates, PromptFile prompt, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var reader = updates.GetAsyncEnumerator(stop);
        while (true)
        {
            try
            {
                if (!await reader.MoveNextAsync()) yield break;
            }
            catch (Exception fault) when (Explain(fault, prompt) is { } explained)
            {
                throw explained;
            }
            yield return reader.Current;
        }
    }

    private static ModelException? Explain(Exception fault, PromptFile prompt) => fault switch
    {
        ModelException => null,
        HttpOperationException { InnerException: ClientResultException inner } => OpenAIEndpoint.Explain(inner),
        KernelException { InnerException: { } inner } when Explain(inner, prompt) is { } explained => explained,
        KernelException => new ModelException(ModelFault.Prompt, $"the prompt '{prompt.Name}' cannot be rendered: {fault.Message}", inner: fault),
        _ => OpenAIEndpoint.Explain(fault),
    };
}
