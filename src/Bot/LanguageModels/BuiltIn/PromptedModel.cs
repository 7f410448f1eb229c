using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HandlebarsDotNet;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModels.BuiltIn;

/// <summary>Renders prompt files with Handlebars.Net and runs them on a chat client.</summary>
internal sealed class PromptedModel(IChatClient client) : ILanguageModel
{
    private static readonly IHandlebars Handlebars = HandlebarsDotNet.Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new HtmlEncoder() });

    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> templates = [];

    public async IAsyncEnumerable<ModelPiece> WriteAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, [EnumeratorCancellation] CancellationToken stop)
    {
        var messages = ChatMarkup.Read(Render(prompt, variables), prompt.Roles).Select(message => new ChatMessage(new ChatRole(message.Role), message.Text));
        var options = new ChatOptions
        {
            Temperature = (float?)prompt.Temperature,
            MaxOutputTokens = prompt.MaxTokens,
            AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true },
            ResponseFormat = schema is { } format ? ChatResponseFormat.ForJsonSchema(format, prompt.Name.Replace('-', '_')) : null,
        };
        var finish = default(ChatFinishReason?);
        await foreach (var update in Guarded(client.GetStreamingResponseAsync(messages, options, stop), stop))
        {
            finish ??= update.FinishReason;
            yield return new ModelPiece(update.Text, (int?)update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details.TotalTokenCount);
        }
        FinishReasons.Check(finish?.Value);
    }

    /// <summary>As Semantic Kernel does: a text is encoded before it is put in and while it is, and all is decoded once, so that what is left of it in the markup is text.</summary>
    private string Render(PromptFile prompt, IReadOnlyDictionary<string, string> variables)
    {
        try
        {
            var template = templates.GetOrAdd(prompt.Hash, _ => Handlebars.Compile(prompt.Template));
            return WebUtility.HtmlDecode(template(variables.ToDictionary(variable => variable.Key, variable => WebUtility.HtmlEncode(ChatMarkup.Clean(variable.Value)))));
        }
        catch (HandlebarsException fault)
        {
            throw new ModelException(ModelFault.Prompt, $"the prompt '{prompt.Name}' cannot be rendered: {fault.Message}", inner: fault);
        }
    }

    /// <summary>What the SDK throws, in this program's words.</summary>
    private static async IAsyncEnumerable<ChatResponseUpdate> Guarded(IAsyncEnumerable<ChatResponseUpdate> updates, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var reader = updates.GetAsyncEnumerator(stop);
        while (true)
        {
            try
            {
                if (!await reader.MoveNextAsync()) yield break;
            }
            catch (Exception fault) when (OpenAIEndpoint.Explain(fault) is { } explained)
            {
                throw explained;
            }
            yield return reader.Current;
        }
    }
}
