namespace BotApi.Simulator;

/// <summary>Waits, by the real clock, until a chat shows what one waits for.</summary>
internal static class ChatWatcher
{
    /// <summary>The first of the bot's messages that fits, at once or after some change.</summary>
    /// <exception cref="TimeoutException">None came in time; the message lists what there is.</exception>
    public static async Task<BotMessage> WaitAsync(
        Chat chat, int afterMessageId, Func<BotMessage, bool> fits, TimeSpan timeout, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        while (true)
        {
            Task change;
            lock (chat.Gate)
            {
                if (BotMessages(chat, afterMessageId).FirstOrDefault(fits) is { } message)
                {
                    return message;
                }

                change = chat.Messages.NextChange();
            }

            try
            {
                await change.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException(Describe(chat, afterMessageId, timeout));
            }
        }
    }

    /// <summary>The bot's messages after one, once nothing has changed for the given pause, or when time is up.</summary>
    public static async Task<IReadOnlyList<BotMessage>> CollectAsync(
        Chat chat, int afterMessageId, TimeSpan timeout, TimeSpan pause, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        while (true)
        {
            List<BotMessage> messages;
            Task change;
            lock (chat.Gate)
            {
                messages = BotMessages(chat, afterMessageId);
                change = chat.Messages.NextChange();
            }

            try
            {
                await change.WaitAsync(messages.Count == 0 ? Timeout.InfiniteTimeSpan : pause, deadline.Token);
            }
            catch (Exception end) when (end is TimeoutException
                or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                return messages;
            }
        }
    }

    private static List<BotMessage> BotMessages(Chat chat, int afterMessageId)
        => [.. chat.Messages.After(afterMessageId).Where(message => message.FromBot)];

    private static string Describe(Chat chat, int afterMessageId, TimeSpan timeout)
    {
        lock (chat.Gate)
        {
            var seen = BotMessages(chat, afterMessageId).Select(message => $"\n{message.MessageId}: {message.Text}");
            return $"The bot sent no such message to chat {chat.Id} within {timeout}. It sent:{string.Concat(seen)}";
        }
    }
}
