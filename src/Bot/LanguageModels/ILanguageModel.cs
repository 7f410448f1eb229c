using System.Text.Json;

namespace Bot.LanguageModels;

/// <summary>A language model at an OpenAI-compatible endpoint, run with a prompt file.</summary>
internal interface ILanguageModel
{
    /// <summary>What the model writes, in pieces as they come; the last holds the tokens used, where the endpoint tells.</summary>
    /// <param name="variables">By the names the prompt gives them. Whatever they hold is text, and opens no message.</param>
    /// <param name="schema">The JSON schema its answer is to follow; null for free text, and for endpoints that know no schemas.</param>
    /// <exception cref="ModelException">The call failed, was cut off, or the prompt's messages came out otherwise than its file says.</exception>
    IAsyncEnumerable<ModelPiece> WriteAsync(PromptFile prompt, IReadOnlyDictionary<string, string> variables, JsonElement? schema, CancellationToken stop);
}

/// <param name="Tokens">Of prompt and answer together; null before the end, and where the endpoint does not tell.</param>
internal readonly record struct ModelPiece(string Text, int? Tokens = null);
