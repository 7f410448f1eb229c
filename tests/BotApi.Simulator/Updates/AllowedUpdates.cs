using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Which kinds of updates the bot asked for, of those the simulator makes.</summary>
internal sealed class AllowedUpdates
{
    private static readonly string[] Made =
    [
        UpdateKinds.Message, UpdateKinds.EditedMessage, UpdateKinds.ChannelPost, UpdateKinds.EditedChannelPost,
        UpdateKinds.CallbackQuery, UpdateKinds.MyChatMember,
    ];

    /// <summary>Kinds that exist but are not made here.</summary>
    private static readonly string[] Others =
    [
        "inline_query", "chosen_inline_result", "shipping_query",
        "pre_checkout_query", "poll", "poll_answer", "chat_member", "chat_join_request", "chat_boost",
        "removed_chat_boost", "message_reaction", "message_reaction_count", "business_connection", "business_message",
        "edited_business_message", "deleted_business_messages", "purchased_paid_media",
    ];

    private HashSet<string> kinds = [.. Made];

    public bool Contains(string kind) => kinds.Contains(kind);

    /// <summary>Anything that is not a list of strings changes nothing; a list without known kinds means the default.</summary>
    public void Set(JsonElement? list)
    {
        if (list is not { ValueKind: JsonValueKind.Array } array
            || array.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            return;
        }

        var names = array.EnumerateArray().Select(item => Ascii.Lower(item.GetString() ?? "")).ToHashSet();
        names.IntersectWith([.. Made, .. Others]);
        kinds = names.Count == 0 ? [.. Made] : names;
    }
}
