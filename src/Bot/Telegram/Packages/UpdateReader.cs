using System.Text.Json;
using global::Telegram.Bot;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Packages;

/// <summary>Of Telegram's update, what the bot acts on.</summary>
internal static class UpdateReader
{
    /// <summary>
    /// What Telegram.Bot cannot read (parts newer than itself, an id above its 32 bits) has only its id: else it would come
    /// again for ever, and those behind it never.
    /// </summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Update Read(JsonElement json)
    {
        var id = json.Deserialize<Envelope>(JsonBotAPI.Options) is { UpdateId: not 0 } envelope ? envelope.UpdateId : throw new JsonException("It is no update.");
        try
        {
            return Read(json.Deserialize<global::Telegram.Bot.Types.Update>(JsonBotAPI.Options)!);
        }
        // Its converters throw the last two where a part has no type, and for a date beyond the calendar.
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            return new Update(id);
        }
    }

    private static Update Read(global::Telegram.Bot.Types.Update update) => update switch
    {
        { Message: { MigrateToChatId: { } to } message } => new Update(update.Id, Migration: new GroupMigration(message.Chat.Id, to)),
        { Message: { } message } => new Update(update.Id, Message: Read(message, isEdited: false)),
        { EditedMessage: { } message } => new Update(update.Id, Message: Read(message, isEdited: true)),
        { CallbackQuery: { Message: { } under, Data: { } data } press } => new Update(update.Id, Press: new ButtonPress(press.Id, under.Chat.Id, under.Id, press.From.Id, press.From.LanguageCode, data)),
        { MyChatMember: { Chat: { Type: ChatType.Group or ChatType.Supergroup } chat } change } => new Update(update.Id, Membership: new GroupMembership(chat.Id, change.NewChatMember.IsInChat, change.OldChatMember.IsInChat, change.From.LanguageCode)),
        _ => new Update(update.Id),
    };

    /// <summary>Null for what nobody said: changes to the chat, a channel's posts, other bots.</summary>
    private static IncomingMessage? Read(Message message, bool isEdited)
    {
        if (message.IsServiceMessage || message.IsAutomaticForward || message.Chat.Type is ChatType.Channel || Sender(message) is not { } from) return null;
        var replied = message.ReplyToMessage is { } to ? new RepliedMessage(to.Id, to.SenderChat?.Id ?? to.From?.Id ?? 0, to.Text ?? to.Caption) : null;
        return new IncomingMessage(
            message.Chat.Id, IsPrivate(message.Chat), message.Id, from, message.From?.LanguageCode, message.Text ?? message.Caption,
            message.IsTopicMessage ? message.MessageThreadId : null, replied, isEdited);
    }

    private static long? Sender(Message message) => message switch
    {
        { SenderChat.Id: var chat } => chat,
        { From: { IsBot: false, Id: var person } } => person,
        _ => null,
    };

    private static bool IsPrivate(Chat chat) => chat.Type is ChatType.Private;

    private sealed record Envelope(long UpdateId);
}
