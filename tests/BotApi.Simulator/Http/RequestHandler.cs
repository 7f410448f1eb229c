namespace BotApi.Simulator;

/// <summary>Sends a request to the Bot API or to the controls, and writes the answer.</summary>
internal sealed class RequestHandler(TelegramWorld world, UserActions users, GroupActions groups, CancellationToken stopping)
{
    private readonly MethodRouter methods = new(world, groups);
    private readonly ControlRouter controls = new(world, users);

    public async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var answer = context.Request.Path.StartsWithSegments("/control", out var control)
                ? await controls.AnswerAsync(control.Value ?? "", context, ending.Token)
                : await methods.AnswerAsync(context, ending.Token);
            await answer.WriteAsync(context);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
