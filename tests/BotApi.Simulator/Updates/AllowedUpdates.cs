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
        "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query", "poll", "poll_answer",
        "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction",
        "message_reaction_count", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "purchased_paid_media", "managed_bot", "guest_message",
    ];

    private static readonly string[] All = [.. Made, .. Others];

    /// <summary>The kinds the bot chose, or null for the default.</summary>
    public IReadOnlyList<string>? Chosen { get; private set; }

    public bool Contains(string kind) => (Chosen ?? Made).Contains(kind);

    /// <summary>Anything that is not a list of strings changes nothing; a list without known kinds means the default.</summary>
    public void Set(JsonElement? list)
    {
        if (list is not { ValueKind: JsonValueKind.Array } array
            || array.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            return;
        }

        var names = array.EnumerateArray().Select(item => Ascii.Lower(item.GetString() ?? "")).ToHashSet();
        var chosen = All.Where(names.Contains).ToList();
        Chosen = chosen.Count == 0 ? null : chosen;
    }
}
