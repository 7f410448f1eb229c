using System.Text.Json.Serialization;
using Bot.Configuration;
using Bot.Operations;
using Bot.Retrieval;

namespace Bot.Web;

/// <summary>`/health`: whether the service works now ("ready") and whether it tries to ("alive"), with reasons. 503 where either is not so.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication service, BotSettings settings)
    {
        var telegram = settings.Telegram.Token.Length == 0 ? "off" : settings.Telegram.Mode == TelegramMode.Webhook ? "webhook" : "polling";
        service.MapGet("/health", (LiveIndex index, Conditions conditions) => Report(telegram, index, conditions));
    }

    private static IResult Report(string telegram, LiveIndex index, Conditions conditions)
    {
        string[] reasons = [.. conditions.Reasons, .. conditions.Stuck.Select(part => $"{part}: it hangs; start the bot again")];
        var health = new HealthJson(
            reasons.Length == 0 ? "ok" : "failing", conditions.Stuck.Count == 0, reasons.Length == 0, reasons, telegram, BuildInfo.Adapters,
            index.Current.Corpus.Documents.Count, index.Current.Corpus.Problems.Count);
        return TypedResults.Json(health, HealthJsonContext.Default.HealthJson, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

internal sealed record HealthJson(string Status, bool Alive, bool Ready, IReadOnlyList<string> Reasons, string Telegram, string Adapters, int Documents, int Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthJson))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
