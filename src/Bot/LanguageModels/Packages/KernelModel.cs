using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Configuration;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.PromptTemplates.Handlebars;
using OpenAI;
using OpenAI.Chat;

namespace Bot.LanguageModels.Packages;

/// <summary>Prompt files run by Semantic Kernel, at any OpenAI-compatible endpoint.</summary>
internal sealed class KernelModel : ILanguageModel
{
    /// <summary>The SDK asks for a key even where the endpoint asks for none.</summary>
    private const string NoKey = "none";

    private static readonly HandlebarsPromptTemplateFactory Templates = new();

    private readonly Kernel kernel;
    private readonly ConcurrentDictionary<string, KernelFunction> functions = [];

    public KernelModel(HttpClient http, ModelSettings settings)
    {
        var client = new OpenAIClient(
            new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : NoKey),
            new OpenAIClientOptions { Endpoint = settings.Endpoint, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Timeout.InfiniteTimeSpan });
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(settings.Name, client);
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
        ModelException or OperationCanceledException => null,
        ClientResultException refused => ModelException.OfStatus(refused.Status, refused.Message, RetryAfter.In(refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var wait) is true ? wait : null), refused),
        HttpOperationException { InnerException: ClientResultException inner } => Explain(inner, prompt),
        HttpRequestException or IOException => new ModelException(ModelFault.Unreachable, $"the model cannot be reached: {fault.Message}", inner: fault),
        KernelException { InnerException: { } inner } when Explain(inner, prompt) is { } explained => explained,
        JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException => new ModelException(ModelFault.Garbled, $"what the endpoint sent is no model's answer: {fault.Message}", inner: fault),
        KernelException => new ModelException(ModelFault.Prompt, $"the prompt '{prompt.Name}' cannot be rendered: {fault.Message}", inner: fault),
        _ => null,
    };
}
