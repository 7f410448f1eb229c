using System.Text.Json.Serialization;

namespace Bot.Telegram;

/// <summary>What Telegram reports, reduced to what the bot acts on. An update of any other kind has only its id.</summary>
internal sealed record Update(long Id, IncomingMessage? Message = null, ButtonPress? Press = null, GroupMembership? Membership = null, GroupMigration? Migration = null)
{
    /// <summary>The kinds asked for. Channel posts and reactions are not.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>The chat it is about; updates of one chat are handled one after the other. 0 where there is none.</summary>
    [JsonIgnore]
    public long ChatId => Message?.ChatId ?? Press?.ChatId ?? Membership?.ChatId ?? Migration?.From ?? 0;
}

/// <param name="From">Who wrote: a person's id, or that of the group or channel in whose name it was written.</param>
/// <param name="LanguageCode">The language of the person's Telegram, an IETF tag.</param>
/// <param name="Text">The text or the caption; null for anything that has none: a sticker, a voice message.</param>
/// <param name="ThreadId">The topic of a forum.</param>
/// <param name="ReplyTo">The message it answers.</param>
/// <param name="IsEdited">It was written before, and is now otherwise.</param>
internal sealed record IncomingMessage(long ChatId, bool IsPrivate, int MessageId, long From, string? LanguageCode, string? Text, int? ThreadId = null, RepliedMessage? ReplyTo = null, bool IsEdited = false);

/// <param name="From">As of <see cref="IncomingMessage"/>; the bot's own id where it is the bot's.</param>
internal sealed record RepliedMessage(int MessageId, long From, string? Text);

/// <summary>A button under one of the bot's messages was pressed.</summary>
internal sealed record ButtonPress(string QueryId, long ChatId, int MessageId, long From, string? LanguageCode, string Data);

/// <summary>The bot was added to a group or removed from it.</summary>
internal sealed record GroupMembership(long ChatId, bool IsMember, bool WasMember, string? LanguageCode);

/// <summary>A group became a supergroup, which has another id.</summary>
internal sealed record GroupMigration(long From, long To);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
internal sealed partial class UpdateJsonContext : JsonSerializerContext;
