using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Reads entities a call gives instead of markup.</summary>
internal static class EntityReader
{
    private const int MaxOffset = 1_000_000;
    private static readonly string[] FoundByTelegram =
        ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"];

    private static readonly string[] Simple =
    [
        EntityTypes.Bold, EntityTypes.Italic, EntityTypes.Underline, EntityTypes.Strikethrough, EntityTypes.Spoiler,
        EntityTypes.Code, EntityTypes.Blockquote, EntityTypes.ExpandableBlockquote,
    ];

    public static IReadOnlyList<TextEntity> Read(CallParameters parameters)
    {
        if (parameters.Json("entities", "entities") is not { ValueKind: JsonValueKind.Array } list)
        {
            return [];
        }

        try
        {
            return [.. list.EnumerateArray().Select(ReadOne).OfType<TextEntity>()];
        }
        catch (ApiException error)
        {
            throw ApiException.BadRequest($"Can't parse MessageEntity: {error.Reason}");
        }
    }

    /// <summary>Null for kinds Telegram finds by itself.</summary>
    private static TextEntity? ReadOne(JsonElement json)
    {
        json.AsObject("expected an Object");
        var type = json.RequiredText("type");
        var entity = new TextEntity(type, InRange(json, "offset"), InRange(json, "length"));
        return type switch
        {
            EntityTypes.Pre => entity with { Language = json.OptionalText("language") is { Length: > 0 } name ? name : null },
            EntityTypes.TextLink => Link(entity, json.RequiredText("url")),
            EntityTypes.TextMention => entity with
            {
                UserId = LenientInteger.ToInt64(UserOf(json).RequiredText("id")),
            },
            EntityTypes.CustomEmoji => entity with { CustomEmojiId = json.RequiredText("custom_emoji_id") },
            _ when Simple.Contains(type) => entity,
            _ when FoundByTelegram.Contains(type) => null,
            _ => throw ApiException.BadRequest("Unsupported type specified"),
        };
    }

    private static JsonElement UserOf(JsonElement json)
        => json.TryGetProperty("user", out var user)
            ? user.AsObject("Field \"user\" must be of type Object")
            : throw ApiException.BadRequest("Can't find field \"user\"");

    private static TextEntity Link(TextEntity entity, string url)
    {
        if (UserLink.TryGetUserId(url, out var id))
        {
            return entity with { Type = EntityTypes.TextMention, UserId = id };
        }

        return LinkChecker.TryCheck(url, out var link, out var reason)
            ? entity with { Url = link }
            : throw ApiException.BadRequest($"Entity URL '{url}' is invalid: {reason}");
    }

    private static int InRange(JsonElement json, string name)
    {
        var value = json.RequiredInt(name);
        return value is >= 0 and <= MaxOffset
            ? value
            : throw ApiException.BadRequest($"Receive an entity with incorrect {name} {value}");
    }
}
