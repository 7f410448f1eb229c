namespace BotApi.Simulator;

/// <summary>Names of the updates the simulator makes.</summary>
internal static class UpdateKinds
{
    public const string Message = "message";
    public const string EditedMessage = "edited_message";
    public const string ChannelPost = "channel_post";
    public const string EditedChannelPost = "edited_channel_post";
    public const string CallbackQuery = "callback_query";
    public const string MyChatMember = "my_chat_member";
}
