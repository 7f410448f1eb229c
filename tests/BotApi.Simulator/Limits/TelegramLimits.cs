namespace BotApi.Simulator;

/// <summary>How fast Telegram lets a bot send messages; beyond that it answers 429.</summary>
/// <param name="MessagesPerSecond">In all chats together; so many may also come at once.</param>
/// <param name="ChatMessagesPerSecond">In one chat, in the long run.</param>
/// <param name="ChatBurst">How many may come at once in one chat.</param>
/// <param name="GroupMessagesPerMinute">In one group, within any minute.</param>
public sealed record TelegramLimits(
    int MessagesPerSecond = 30, int ChatMessagesPerSecond = 1, int ChatBurst = 5, int GroupMessagesPerMinute = 20)
{
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MessagesPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ChatMessagesPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ChatBurst);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(GroupMessagesPerMinute);
    }
}
