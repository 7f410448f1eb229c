using System.Text.Json;

namespace BotApi.Simulator;

/// <summary><c>getUpdates</c>. Numbers out of range are moved into it, as Telegram does.</summary>
internal sealed class GetUpdatesMethod(UpdateQueue updates)
{
    private const int MaxLimit = 100;
    private const int MaxTimeoutSeconds = 50;

    public async Task<ApiAnswer> AnswerAsync(CallParameters parameters, CancellationToken cancellation)
    {
        updates.Allow(Allowed(parameters));
        var limit = parameters.Text("limit").Length == 0 ? MaxLimit : Math.Clamp(parameters.Int32("limit"), 1, MaxLimit);
        var timeout = Math.Clamp(parameters.Int32("timeout"), 0, MaxTimeoutSeconds);
        var next = await updates.PollAsync(parameters.Int32("offset"), limit, TimeSpan.FromSeconds(timeout), cancellation);
        return ApiAnswer.Raw(next);
    }

    /// <summary>Telegram ignores a list it cannot read.</summary>
    private static JsonElement? Allowed(CallParameters parameters)
    {
        try
        {
            return parameters.Json("allowed_updates", "allowed updates");
        }
        catch (ApiException)
        {
            return null;
        }
    }
}
