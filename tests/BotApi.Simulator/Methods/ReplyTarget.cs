using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>The message a new one answers, from <c>reply_parameters</c> or the older <c>reply_to_message_id</c>.</summary>
internal sealed record ReplyTarget(int MessageId, bool AllowMissing, string? Quote)
{
    public static ReplyTarget Read(CallParameters parameters)
    {
        if (parameters.Json("reply_parameters", "reply parameters") is not { } json)
        {
            return new ReplyTarget(
                parameters.Int32("reply_to_message_id"), parameters.Flag("allow_sending_without_reply"), null);
        }

        json.AsObject("Object expected as reply parameters");
        return json.EnumerateObject().Any()
            ? new ReplyTarget(json.RequiredInt("message_id"), json.Flag("allow_sending_without_reply"), QuoteOf(json))
            : new ReplyTarget(0, false, null);
    }

    /// <summary>The answered message, or null when none is meant or it may be missing.</summary>
    public BotMessage? FindIn(Chat chat)
    {
        if (MessageId <= 0)
        {
            return null;
        }

        var found = chat.Messages.Find(MessageId);
        if (found is null)
        {
            return AllowMissing ? null : throw ApiException.BadRequest("message to be replied not found");
        }

        return Quote is null || found.Text.Contains(Quote, StringComparison.Ordinal)
            ? found
            : throw ApiException.BadRequest("QUOTE_TEXT_INVALID");
    }

    private static string? QuoteOf(JsonElement json) => json.OptionalText("quote") is { Length: > 0 } quote ? quote : null;
}
