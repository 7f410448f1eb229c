using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Reads TDLib's <c>formattedText</c> into the Bot API's terms.</summary>
internal static class TdLibFormattedText
{
    /// <exception cref="TextParseException">The answer is an error.</exception>
    public static ParsedText Read(JsonElement answer)
    {
        if (TypeOf(answer) == "error")
        {
            var message = answer.GetProperty("message").GetString() ?? "";
            throw new TextParseException(TelegramWords.AfterPrefix(message));
        }

        var entities = answer.GetProperty("entities").EnumerateArray().Select(ReadEntity);
        return new ParsedText(answer.GetProperty("text").GetString() ?? "", [.. entities]);
    }

    private static TextEntity ReadEntity(JsonElement entity)
    {
        var type = entity.GetProperty("type");
        var read = new TextEntity("", entity.GetProperty("offset").GetInt32(), entity.GetProperty("length").GetInt32());
        return TypeOf(type) switch
        {
            "textEntityTypeBold" => read with { Type = EntityTypes.Bold },
            "textEntityTypeItalic" => read with { Type = EntityTypes.Italic },
            "textEntityTypeUnderline" => read with { Type = EntityTypes.Underline },
            "textEntityTypeStrikethrough" => read with { Type = EntityTypes.Strikethrough },
            "textEntityTypeSpoiler" => read with { Type = EntityTypes.Spoiler },
            "textEntityTypeCode" => read with { Type = EntityTypes.Code },
            "textEntityTypePre" => read with { Type = EntityTypes.Pre },
            "textEntityTypePreCode" => read with { Type = EntityTypes.Pre, Language = TextOf(type, "language") },
            "textEntityTypeBlockQuote" => read with { Type = EntityTypes.Blockquote },
            "textEntityTypeExpandableBlockQuote" => read with { Type = EntityTypes.ExpandableBlockquote },
            "textEntityTypeTextUrl" => read with { Type = EntityTypes.TextLink, Url = TextOf(type, "url") },
            "textEntityTypeMentionName" => read with
            {
                Type = EntityTypes.TextMention,
                UserId = type.GetProperty("user_id").GetInt64(),
            },
            "textEntityTypeCustomEmoji" => read with
            {
                Type = EntityTypes.CustomEmoji,
                CustomEmojiId = TextOf(type, "custom_emoji_id"),
            },
            "textEntityTypeDateTime" => read with
            {
                Type = EntityTypes.DateTime,
                UnixTime = type.GetProperty("unix_time").GetInt32(),
                DateTimeFormat = FormatOf(type),
            },
            var other => throw new NotSupportedException($"TDLib's {other} is not made by HTML tags."),
        };
    }

    private static string FormatOf(JsonElement dateTime)
    {
        if (!dateTime.TryGetProperty("formatting_type", out var format) || format.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        if (TypeOf(format) == "dateTimeFormattingTypeRelative")
        {
            return "r";
        }

        var day = format.GetProperty("show_day_of_week").GetBoolean() ? "w" : "";
        return day + Precision(format, "date_precision", "d") + Precision(format, "time_precision", "t");
    }

    private static string Precision(JsonElement format, string name, string letter)
        => TypeOf(format.GetProperty(name)) switch
        {
            "dateTimePartPrecisionShort" => letter,
            "dateTimePartPrecisionLong" => letter.ToUpperInvariant(),
            _ => "",
        };

    private static string TypeOf(JsonElement element) => TextOf(element, "@type");

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
