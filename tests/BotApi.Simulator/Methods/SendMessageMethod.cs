namespace BotApi.Simulator;

/// <summary><c>sendMessage</c>; the order of the checks is Telegram's.</summary>
internal sealed class SendMessageMethod(TelegramWorld world)
{
    private readonly MessageWriter writer = new(world);

    public ApiAnswer Answer(CallParameters parameters)
    {
        var outgoing = OutgoingText.Read(parameters, world.Parser);
        var target = ReplyTarget.Read(parameters);
        var requested = InlineKeyboardReader.Read(parameters);
        var chat = world.Chats.Resolve(parameters, ChatAccess.Write);
        lock (chat.Gate)
        {
            var thread = chat.ThreadFor(parameters.Int32("message_thread_id"));
            var replied = target.FindIn(chat);
            var text = outgoing.Finish(world.Chats);
            var keyboard = InlineKeyboardReader.Accept(requested);
            chat.RequireDelivery();
            if (text.Text.Length > MessageLimits.Text)
            {
                throw ApiException.BadRequest("Message is too long");
            }

            world.Flood.Pass(chat);
            var message = new BotMessage(
                chat.Id, chat.NextMessageId(), true, world.Time.GetUtcNow(), text.Text, outgoing.Html, text.Entities)
            {
                SenderId = world.Bot.Id,
                ThreadId = thread ?? (replied is null ? null : chat.ThreadOfReplyTo(replied)),
                ReplyToMessageId = replied?.MessageId,
                Quote = replied is null ? null : target.Quote,
                Keyboard = keyboard,
                LinkPreviewDisabled = LinkPreview.IsDisabled(parameters),
            };
            parameters.MadeMessageId = message.MessageId;
            chat.Messages.Add(message);
            world.CountBotMessage();
            return ApiAnswer.Ok(writer.Write(chat, message), WireJson.Default.WireMessage);
        }
    }
}
