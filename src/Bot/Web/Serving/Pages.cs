using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bot.Web.Serving;

/// <summary>
/// Renders Razor components to HTML, whole pages and parts of one alike. RazorComponentResult renders pages alone, and brings
/// anti-forgery cookies and key files that these pages do without.
/// </summary>
internal sealed class Pages(IServiceProvider services, ILoggerFactory logs)
{
    /// <param name="parameters">By the names of the component's properties.</param>
    public async Task<string> RenderAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString());
    }

    public async Task<IResult> ShowAsync<TComponent>(int status, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => TypedResults.Content(await RenderAsync<TComponent>(parameters), "text/html; charset=utf-8", statusCode: status);

    public Task<IResult> ShowAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => ShowAsync<TComponent>(StatusCodes.Status200OK, parameters);
}
