namespace BotApi.Simulator;

/// <summary><c>sendMessageDraft</c>: a preview of an answer in the making, which leaves no message behind.</summary>
internal sealed class SendMessageDraftMethod(TelegramWorld world)
{
    public ApiAnswer Answer(CallParameters parameters)
    {
        // Unlike in sendMessage, an empty text is something to show.
        var text = parameters.Text("text").Length == 0 ? "" : OutgoingText.Read(parameters, world.Parser).FinishOrEmpty(world.Chats).Text;
        var chat = world.Chats.Resolve(parameters, ChatAccess.Write);
        lock (chat.Gate)
        {
            if (chat is not PrivateChat)
            {
                throw ApiException.BadRequest("TEXTDRAFT_PEER_INVALID");
            }

            chat.ThreadFor(parameters.Int32("message_thread_id"));
            if (parameters.Int64("draft_id") == 0)
            {
                throw ApiException.BadRequest("RANDOM_ID_INVALID");
            }

            chat.RequireDelivery();
            return text.Length <= MessageLimits.Text ? ApiAnswer.True : throw ApiException.BadRequest("MESSAGE_TOO_LONG");
        }
    }
}
