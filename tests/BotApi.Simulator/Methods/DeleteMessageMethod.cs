namespace BotApi.Simulator;

/// <summary><c>deleteMessage</c>.</summary>
internal sealed class DeleteMessageMethod(TelegramWorld world)
{
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public ApiAnswer Answer(CallParameters parameters)
    {
        var id = parameters.Int32("message_id");
        if (parameters.Text("chat_id").Length == 0 || id == 0)
        {
            throw ApiException.BadRequest(id == 0 ? "Message identifier is not specified" : "Chat identifier is not specified");
        }

        var chat = world.Chats.Resolve(parameters, ChatAccess.Write);
        lock (chat.Gate)
        {
            var message = chat.Messages.Find(id) ?? throw ApiException.BadRequest("message to delete not found");
            if (!MayDelete(chat, message))
            {
                throw ApiException.BadRequest("message can't be deleted");
            }

            chat.Messages.Remove(id);
            return ApiAnswer.True;
        }
    }

    /// <summary>Administrators delete anything; otherwise a bot deletes what is its own or written to it, for two days.</summary>
    private bool MayDelete(Chat chat, BotMessage message)
        => chat is SharedChat { BotStatus: MemberStatus.Administrator or MemberStatus.Creator }
           || ((message.FromBot || chat is PrivateChat) && world.Time.GetUtcNow() - message.Date < Deletable);
}
