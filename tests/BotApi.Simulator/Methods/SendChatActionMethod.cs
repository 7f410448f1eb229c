namespace BotApi.Simulator;

/// <summary><c>sendChatAction</c>.</summary>
internal sealed class SendChatActionMethod(ChatDirectory chats)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio",
        "upload_voice", "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location",
        "record_video_note", "upload_video_note",
    };

    public ApiAnswer Answer(CallParameters parameters)
    {
        if (!Known.Contains(parameters.Text("action")))
        {
            throw ApiException.BadRequest("Wrong parameter action in request");
        }

        var chat = chats.Resolve(parameters, ChatAccess.Write);
        lock (chat.Gate)
        {
            chat.ThreadFor(parameters.Int32("message_thread_id"));
            chat.RequireDelivery();
        }

        return ApiAnswer.True;
    }
}
