namespace BotApi.Simulator;

/// <summary><c>editMessageText</c> and <c>editMessageReplyMarkup</c>. A call without a keyboard removes it.</summary>
internal sealed class EditMethods(TelegramWorld world)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as "
        + "a current content and reply markup of the message";

    private readonly MessageWriter writer = new(world);

    public ApiAnswer Text(CallParameters parameters)
    {
        var outgoing = OutgoingText.Read(parameters, world.Parser);
        return Edit(parameters, (message, requested) =>
        {
            var keyboard = InlineKeyboardReader.Accept(requested);
            var text = outgoing.Finish(world.Chats);

            // Unlike sendMessage, Telegram gives the bare code here.
            return text.Text.Length > MessageLimits.Text
                ? throw ApiException.BadRequest("MESSAGE_TOO_LONG")
                : message with
                {
                    Text = text.Text,
                    Html = outgoing.Html,
                    Entities = text.Entities,
                    Keyboard = keyboard,
                    LinkPreviewDisabled = LinkPreview.IsDisabled(parameters),
                };
        });
    }

    public ApiAnswer ReplyMarkup(CallParameters parameters)
        => Edit(parameters, (message, requested) => message with { Keyboard = InlineKeyboardReader.Accept(requested) });

    private ApiAnswer Edit(CallParameters parameters, Func<BotMessage, InlineKeyboard?, BotMessage> change)
    {
        var requested = InlineKeyboardReader.Read(parameters);
        var messageId = parameters.Int32("message_id");
        if (messageId == 0 && parameters.Text("chat_id").Length == 0)
        {
            throw ApiException.BadRequest("Message identifier is not specified");
        }

        var chat = world.Chats.Resolve(parameters, ChatAccess.Edit);
        lock (chat.Gate)
        {
            var message = chat.Messages.Find(messageId) ?? throw ApiException.BadRequest("message to edit not found");
            if (!message.FromBot)
            {
                throw ApiException.BadRequest("Message can't be edited");
            }

            var edited = change(message, requested);
            chat.RequireDelivery();
            if (IsSame(message, edited))
            {
                throw ApiException.BadRequest(NotModified);
            }

            edited = edited with { EditDate = world.Time.GetUtcNow() };
            chat.Messages.Replace(edited);
            return ApiAnswer.Ok(writer.Write(chat, edited), WireJson.Default.WireMessage);
        }
    }

    private static bool IsSame(BotMessage before, BotMessage after)
        => before.Text == after.Text
           && before.Entities.SequenceEqual(after.Entities)
           && Equals(before.Keyboard, after.Keyboard)
           && before.LinkPreviewDisabled == after.LinkPreviewDisabled;
}
