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
        var chat = world.Chats.Resolve(parameters);
        lock (chat.Gate)
        {
            RequireNoThread(parameters);
            var replied = target.FindIn(chat);
            var text = outgoing.Finish(world.Chats);
            var keyboard = InlineKeyboardReader.Accept(requested);
            ChatDirectory.RequireWritable(chat);
            if (text.Text.Length > MessageLimits.Text)
            {
                throw ApiException.BadRequest("Message is too long");
            }

            var message = new BotMessage(
                chat.User.Id, world.Chats.NextMessageId(), true, world.Time.GetUtcNow(), text.Text, outgoing.Html, text.Entities)
            {
                ReplyToMessageId = replied?.MessageId,
                Quote = replied is null ? null : target.Quote,
                Keyboard = keyboard,
                LinkPreviewDisabled = LinkPreview.IsDisabled(parameters),
            };
            chat.Add(message);
            return ApiAnswer.Ok(writer.Write(chat, message), WireJson.Default.WireMessage);
        }
    }

    private static void RequireNoThread(CallParameters parameters)
    {
        if (parameters.Int32("message_thread_id") != 0)
        {
            throw ApiException.BadRequest("message thread not found");
        }
    }
}
