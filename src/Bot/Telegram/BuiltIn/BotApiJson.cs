using System.Text.Json.Serialization;

namespace Bot.Telegram.BuiltIn;

/// <summary>Telegram's envelope around every answer.</summary>
internal sealed record ApiAnswer<T>(bool Ok, T? Result, int? ErrorCode, string? Description, ApiErrorParameters? Parameters);

internal sealed record ApiErrorParameters(int? RetryAfter);

internal sealed record ApiUpdate(long UpdateId, ApiMessage? Message, ApiCallbackQuery? CallbackQuery);

internal sealed record ApiMessage(int MessageId, ApiChat Chat, ApiUser? From, string? Text);

internal sealed record ApiChat(long Id, string Type);

internal sealed record ApiUser(long Id, string? Username, string? LanguageCode);

internal sealed record ApiCallbackQuery(string Id, ApiMessage? Message, string? Data);

internal sealed record GetUpdatesRequest(long Offset, int Timeout, IReadOnlyList<string> AllowedUpdates);

internal sealed record SendMessageRequest(long ChatId, string Text, string ParseMode, ApiLinkPreview LinkPreviewOptions, ApiReply? ReplyParameters, ApiKeyboard? ReplyMarkup);

internal sealed record EditMessageTextRequest(long ChatId, int MessageId, string Text, string ParseMode, ApiLinkPreview LinkPreviewOptions, ApiKeyboard? ReplyMarkup);

internal sealed record AnswerCallbackQueryRequest(string CallbackQueryId);

internal sealed record SetMyCommandsRequest(IReadOnlyList<ApiCommand> Commands, string? LanguageCode);

internal sealed record ApiLinkPreview(bool IsDisabled);

internal sealed record ApiReply(int MessageId, bool AllowSendingWithoutReply);

internal sealed record ApiKeyboard(IReadOnlyList<IReadOnlyList<ApiButton>> InlineKeyboard);

internal sealed record ApiButton(string Text, string CallbackData);

internal sealed record ApiCommand(string Command, string Description);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiAnswer<ApiUser>))]
[JsonSerializable(typeof(ApiAnswer<ApiUpdate[]>))]
[JsonSerializable(typeof(ApiAnswer<ApiMessage>))]
[JsonSerializable(typeof(ApiAnswer<bool>))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditMessageTextRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
internal sealed partial class BotApiJsonContext : JsonSerializerContext;
