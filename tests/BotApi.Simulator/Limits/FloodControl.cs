namespace BotApi.Simulator;

/// <summary>Refuses messages beyond the limits. A refused message counts for nothing.</summary>
internal sealed class FloodControl(TelegramLimits? limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, TokenBucket> chats = [];
    private readonly Dictionary<long, MinuteWindow> groups = [];
    private TokenBucket? bot;
    private int refusals;

    public int Refusals => Volatile.Read(ref refusals);

    /// <exception cref="ApiException">The bot is too fast.</exception>
    public void Pass(Chat chat)
    {
        if (limits is null)
        {
            return;
        }

        lock (gate)
        {
            var now = time.GetUtcNow();
            bot ??= new TokenBucket(limits.MessagesPerSecond, limits.MessagesPerSecond, now);
            var own = chats.TryGetValue(chat.Id, out var known)
                ? known
                : chats[chat.Id] = new TokenBucket(limits.ChatMessagesPerSecond, limits.ChatBurst, now);
            var group = chat is GroupChat ? GroupOf(chat.Id, limits) : null;
            var wait = Longest(bot.WaitAt(now), own.WaitAt(now), group?.WaitAt(now) ?? TimeSpan.Zero);
            if (wait > TimeSpan.Zero)
            {
                refusals++;
                throw ApiException.TooManyRequests(wait);
            }

            bot.Take();
            own.Take();
            group?.Take(now);
        }
    }

    private static TimeSpan Longest(TimeSpan first, TimeSpan second, TimeSpan third)
    {
        var longer = first > second ? first : second;
        return longer > third ? longer : third;
    }

    private MinuteWindow GroupOf(long id, TelegramLimits limits)
        => groups.TryGetValue(id, out var known) ? known : groups[id] = new MinuteWindow(limits.GroupMessagesPerMinute);
}
