using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>
/// The users' side over HTTP, for use by hand. <c>POST</c> user, send, edit, press, delete, block and unblock take a
/// <see cref="ControlRequest"/>; <c>GET</c> messages and calls take a query string. With <c>?wait=5</c> the answer holds
/// what the bot sent within so many seconds; it comes sooner when the bot is silent for <c>pause</c> (1) seconds.
/// </summary>
internal sealed class ControlRouter(TelegramWorld world, UserActions users)
{
    private readonly ControlActions actions = new(world, users);
    private readonly ControlReports reports = new(world);

    public async Task<ApiAnswer> AnswerAsync(string path, HttpContext context, CancellationToken cancellation)
    {
        try
        {
            return path.Trim('/') switch
            {
                "messages" => reports.Messages(context.Request.Query),
                "calls" => reports.Calls(context.Request.Query),
                var action => await ActAsync(action, context, cancellation),
            };
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or JsonException or FormatException)
        {
            return ApiAnswer.Error(new ApiException(400, error.Message));
        }
    }

    private async Task<ApiAnswer> ActAsync(string action, HttpContext context, CancellationToken cancellation)
    {
        var body = await ParameterReader.BodyAsync(context.Request, cancellation);
        if (!actions.Knows(action))
        {
            return ApiAnswer.Error(new ApiException(404, "Not Found"));
        }

        var request = JsonSerializer.Deserialize(body.Span, WireJson.Default.ControlRequest)
                      ?? throw new JsonException("A JSON object is needed.");
        var chat = request.Chat ?? request.User;
        var before = reports.LastMessageId(chat);
        var result = actions.Run(action, request);
        return await reports.AfterAsync(result, chat, before, context.Request.Query, cancellation);
    }
}
