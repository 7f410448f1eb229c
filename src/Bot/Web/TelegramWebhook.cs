using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Configuration;
using Bot.Operations;
using Bot.Receiving;
using Bot.Telegram;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;

namespace Bot.Web;

/// <summary>Takes the updates that Telegram posts, and answers once they are stored; anything but 2xx is posted again.</summary>
internal static partial class TelegramWebhook
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestBody = 1024 * 1024;
    private const string Storing = "storing updates";

    public static void MapTelegramWebhook(this WebApplication service, TelegramSettings settings) =>
        service.MapPost(settings.WebhookUrl!.AbsolutePath, (HttpContext context, Inbox inbox, IBotApi api, Conditions conditions, ILogger<Inbox> log) => TakeAsync(context, settings.WebhookSecret, inbox, api, conditions, log));

    private static async Task<IResult> TakeAsync(HttpContext context, string secret, Inbox inbox, IBotApi api, Conditions conditions, ILogger log)
    {
        if (!IsTelegram(context.Request, secret)) return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        try
        {
            inbox.Store([api.ReadUpdate(await ReadAsync(context))]);
            conditions.Done(Storing);
            return TypedResults.Ok();
        }
        catch (BadHttpRequestException fault)
        {
            return TypedResults.StatusCode(fault.StatusCode);
        }
        catch (JsonException)
        {
            Unreadable(log);
            return TypedResults.BadRequest();
        }
        catch (SqliteException fault)
        {
            conditions.Broken(Storing, FaultWords.Explain(fault)!);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Hashed first, so that the comparison takes as long for any length.</summary>
    private static bool IsTelegram(HttpRequest request, string secret) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <exception cref="BadHttpRequestException">It is longer than any update, or was cut off.</exception>
    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestBody;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was posted is no update and was refused")]
    private static partial void Unreadable(ILogger log);
}
