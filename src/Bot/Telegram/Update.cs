using System.Text.Json.Serialization;

namespace Bot.Telegram;

/// <summary>What Telegram reports, reduced to what the bot acts on. An update of any other kind has only its id.</summary>
internal sealed record Update(long Id, IncomingMessage? Message = null, ButtonPress? Press = null);

/// <param name="Text">Null for anything that is not text: a photo, a sticker, a voice message.</param>
/// <param name="LanguageCode">The language of the person's Telegram, an IETF tag.</param>
internal sealed record IncomingMessage(long ChatId, int MessageId, bool IsPrivate, string? Text, string? LanguageCode);

/// <summary>A button under one of the bot's messages was pressed.</summary>
internal sealed record ButtonPress(string QueryId, long ChatId, int MessageId, string Data);

[JsonSerializable(typeof(Update))]
internal sealed partial class UpdateJsonContext : JsonSerializerContext;
