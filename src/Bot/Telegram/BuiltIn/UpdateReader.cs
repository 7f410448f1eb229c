namespace Bot.Telegram.BuiltIn;

/// <summary>Of Telegram's update, what the bot acts on.</summary>
internal static class UpdateReader
{
    public static Update Read(ApiUpdate update) => update switch
    {
        { Message: { Chat: { } chat, MigrateToChatId: { } to } } => new Update(update.UpdateId, Migration: new GroupMigration(chat.Id, to)),
        { Message: { } message } => new Update(update.UpdateId, Message: Read(message, isEdited: false)),
        { EditedMessage: { } message } => new Update(update.UpdateId, Message: Read(message, isEdited: true)),
        { CallbackQuery: { Message: { Chat: { } chat } under, From: { } from, Data: { } data } press } => new Update(update.UpdateId, Press: new ButtonPress(press.Id, chat.Id, under.MessageId, from.Id, from.LanguageCode, data)),
        { MyChatMember: { Chat: { Type: "group" or "supergroup" } chat, NewChatMember: { } now, OldChatMember: { } before } change } => new Update(update.UpdateId, Membership: new GroupMembership(chat.Id, IsIn(now), IsIn(before), change.From?.LanguageCode)),
        _ => new Update(update.UpdateId),
    };

    /// <summary>Null for what nobody said: changes to the chat, a channel's posts, other bots.</summary>
    private static IncomingMessage? Read(ApiMessage message, bool isEdited)
    {
        if (message.Chat is not { Type: not "channel" } chat || !message.HasContent || message.IsAutomaticForward || Sender(message) is not { } from) return null;
        var replied = message.ReplyToMessage is { } to ? new RepliedMessage(to.MessageId, to.SenderChat?.Id ?? to.From?.Id ?? 0, to.Text ?? to.Caption) : null;
        return new IncomingMessage(
            chat.Id, chat.Type == "private", message.MessageId, from, message.From?.LanguageCode, message.Text ?? message.Caption,
            message.IsTopicMessage ? message.MessageThreadId : null, replied, isEdited);
    }

    private static long? Sender(ApiMessage message) => message switch
    {
        { SenderChat.Id: var chat } => chat,
        { From: { IsBot: false, Id: var person } } => person,
        _ => null,
    };

    private static bool IsIn(ApiMember member) => member.Status switch
    {
        "creator" or "administrator" or "member" => true,
        "restricted" => member.IsMember == true,
        _ => false,
    };
}
