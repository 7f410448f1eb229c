using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Configuration;
using Bot.Operations;
using Bot.Receiving;
using Bot.Telegram;
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
        if (await ReadAsync(context.Request) is not { } body) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            inbox.Store([api.ReadUpdate(body)]);
            conditions.Done(Storing);
            return TypedResults.Ok();
        }
        catch (JsonException)
        {
            Unreadable(log, body.Length);
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

    /// <summary>Null where it is longer than any update.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody) return null;
            body.Write(buffer.AsSpan(0, read));
        }
        return body.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A posted update of {Bytes} bytes is none and was refused")]
    private static partial void Unreadable(ILogger log, int bytes);
}
