using System.Text.Json.Serialization;
using Bot.Configuration;
using Bot.Retrieval;

namespace Bot.Web;

/// <summary>`/health`: that the service is up, and what it serves.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication service, BotSettings settings) =>
        service.MapGet("/health", (LiveIndex index) => TypedResults.Json(
            new HealthJson("ok", settings.Telegram.Token.Length > 0 ? "polling" : "off", BuildInfo.Adapters, index.Current.Corpus.Documents.Count, index.Current.Corpus.Problems.Count),
            HealthJsonContext.Default.HealthJson));
}

internal sealed record HealthJson(string Status, string Telegram, string Adapters, int Documents, int Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthJson))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
