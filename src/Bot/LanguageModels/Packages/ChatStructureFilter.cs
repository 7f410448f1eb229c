using Microsoft.SemanticKernel;

namespace Bot.LanguageModels.Packages;

/// <summary>Refuses a rendered prompt whose messages are not those of its file, before anything is sent.</summary>
internal sealed class ChatStructureFilter : IPromptRenderFilter
{
    /// <summary>The argument that holds the roles of the file's messages.</summary>
    public const string Roles = "roles_of_messages";

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        ChatMarkup.Read(context.RenderedPrompt ?? "", ((string)context.Arguments[Roles]!).Split(' '));
    }
}
