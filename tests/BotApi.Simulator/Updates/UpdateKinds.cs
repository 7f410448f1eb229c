namespace BotApi.Simulator;

/// <summary>Names of the updates the simulator makes.</summary>
internal static class UpdateKinds
{
    public const string Message = "message";
    public const string EditedMessage = "edited_message";
    public const string CallbackQuery = "callback_query";
    public const string MyChatMember = "my_chat_member";
}
