using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Telegram.BuiltIn;

/// <summary>Telegram's envelope around every answer.</summary>
internal sealed record ApiAnswer<T>(bool Ok, T? Result, int? ErrorCode, string? Description, ApiErrorParameters? Parameters);

internal sealed record ApiErrorParameters(int? RetryAfter, long? MigrateToChatId);

internal sealed record ApiUpdate(long UpdateId, ApiMessage? Message, ApiMessage? EditedMessage, ApiCallbackQuery? CallbackQuery, ApiMembership? MyChatMember);

internal sealed record ApiMessage(
    int MessageId, int? MessageThreadId, bool IsTopicMessage, ApiUser? From, ApiChat? SenderChat, ApiChat? Chat, string? Text, string? Caption,
    ApiMessage? ReplyToMessage, bool IsAutomaticForward, long? MigrateToChatId)
{
    private static readonly HashSet<string> Media =
    [
        "animation", "audio", "document", "paid_media", "photo", "sticker", "story", "video", "video_note", "voice",
        "checklist", "contact", "dice", "game", "poll", "venue", "location", "invoice", "giveaway", "giveaway_winners", "rich_message",
    ];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>Whether somebody said something: the rest tells of changes to the chat.</summary>
    public bool HasContent => Text is not null || Caption is not null || Other?.Keys.Any(Media.Contains) == true;
}

internal sealed record ApiChat(long Id, string Type);

internal sealed record ApiUser(long Id, bool IsBot, string? Username, string? LanguageCode);

internal sealed record ApiCallbackQuery(string Id, ApiUser? From, ApiMessage? Message, string? Data);

internal sealed record ApiMembership(ApiChat? Chat, ApiUser? From, ApiMember? OldChatMember, ApiMember? NewChatMember);

internal sealed record ApiMember(string Status, bool? IsMember);

internal sealed record ApiWebhook(string? Url, int PendingUpdateCount, string? LastErrorMessage);

internal sealed record GetUpdatesRequest(long Offset, int Timeout, IReadOnlyList<string> AllowedUpdates);

internal sealed record SendMessageRequest(long ChatId, int? MessageThreadId, string Text, string? ParseMode, ApiLinkPreview LinkPreviewOptions, ApiReply? ReplyParameters, ApiKeyboard? ReplyMarkup);

internal sealed record EditMessageTextRequest(long ChatId, int MessageId, string Text, string? ParseMode, ApiLinkPreview LinkPreviewOptions, ApiKeyboard? ReplyMarkup);

internal sealed record AnswerCallbackQueryRequest(string CallbackQueryId, string? Text);

internal sealed record SendMessageDraftRequest(long ChatId, int DraftId, string Text, string ParseMode);

internal sealed record SendChatActionRequest(long ChatId, int? MessageThreadId, string Action);

internal sealed record SetMyCommandsRequest(IReadOnlyList<ApiCommand> Commands, string? LanguageCode);

internal sealed record SetMyDescriptionRequest(string Description, string? LanguageCode);

internal sealed record SetMyShortDescriptionRequest(string ShortDescription, string? LanguageCode);

internal sealed record SetWebhookRequest(Uri Url, string SecretToken, IReadOnlyList<string> AllowedUpdates);

internal sealed record ApiLinkPreview(bool IsDisabled);

internal sealed record ApiReply(int MessageId, bool AllowSendingWithoutReply);

internal sealed record ApiKeyboard(IReadOnlyList<IReadOnlyList<ApiButton>> InlineKeyboard);

internal sealed record ApiButton(string Text, string CallbackData);

internal sealed record ApiCommand(string Command, string Description);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiAnswer<ApiUser>))]
[JsonSerializable(typeof(ApiAnswer<JsonElement[]>))]
[JsonSerializable(typeof(ApiAnswer<ApiMessage>))]
[JsonSerializable(typeof(ApiAnswer<ApiWebhook>))]
[JsonSerializable(typeof(ApiAnswer<bool>))]
[JsonSerializable(typeof(ApiUpdate))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditMessageTextRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(SendChatActionRequest))]
[JsonSerializable(typeof(SendMessageDraftRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(SetMyDescriptionRequest))]
[JsonSerializable(typeof(SetMyShortDescriptionRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
internal sealed partial class BotApiJsonContext : JsonSerializerContext;
