using Bot.Configuration;
using Bot.Limits;

namespace Bot.Delivery;

/// <summary>
/// When a chat may be written to: as fast as Telegram allows the whole bot, one chat and one group, and not while Telegram
/// has asked to wait. Goes by the running time, and knows nothing of the time before a restart.
/// </summary>
internal sealed class Pacing(TelegramSettings settings, TimeProvider clock)
{
    /// <summary>A chat may get a few messages at once, as long as it gets no more than these in as many seconds.</summary>
    private const int ChatBurst = 3;

    private readonly RateLimiter<bool> bot = new(new Rate(settings.MessagesPerSecond, TimeSpan.FromSeconds(1)), clock);
    private readonly RateLimiter<long> chats = new(new Rate(settings.ChatMessagesPerSecond * ChatBurst, TimeSpan.FromSeconds(ChatBurst)), clock);
    private readonly RateLimiter<long> groups = new(new Rate(settings.GroupMessagesPerMinute, TimeSpan.FromMinutes(1)), clock);
    private readonly Dictionary<long, Hold> held = [];
    private readonly Lock gate = new();
    private Hold wholeBot;

    /// <summary>How long nobody may be written to.</summary>
    public TimeSpan WaitOfBot()
    {
        lock (gate) return Waits.Longer(RestOf(wholeBot), bot.WaitOf(true));
    }

    /// <summary>How long this chat may not be written to, whatever the rest of the bot does.</summary>
    public TimeSpan WaitOf(long chatId)
    {
        lock (gate)
        {
            var wait = Waits.Longer(RestOf(chatId), chats.WaitOf(chatId));
            return chatId < 0 ? Waits.Longer(wait, groups.WaitOf(chatId)) : wait;
        }
    }

    /// <summary>Whether an earlier attempt failed and the chat, or the whole bot, waits for the next.</summary>
    public bool IsHeld(long chatId)
    {
        lock (gate) return Waits.Longer(RestOf(wholeBot), RestOf(chatId)) > TimeSpan.Zero;
    }

    /// <summary>Counts a message to this chat; <see cref="End"/> or <see cref="Withdraw"/> must follow.</summary>
    public void Begin(long chatId)
    {
        lock (gate)
        {
            bot.Begin(true);
            chats.Begin(chatId);
            if (chatId < 0) groups.Begin(chatId);
        }
    }

    /// <summary>Telegram has answered, or not: at some moment until now it got the message.</summary>
    public void End(long chatId)
    {
        lock (gate)
        {
            bot.End(true);
            chats.End(chatId);
            if (chatId < 0) groups.End(chatId);
        }
    }

    /// <summary>No message was sent after all.</summary>
    public void Withdraw(long chatId)
    {
        lock (gate)
        {
            bot.Withdraw(true);
            chats.Withdraw(chatId);
            if (chatId < 0) groups.Withdraw(chatId);
        }
    }

    /// <summary>The chat waits before its next attempt.</summary>
    public void Postpone(long chatId, TimeSpan delay)
    {
        lock (gate) held[chatId] = HoldFor(delay, isFlood: false);
    }

    /// <summary>
    /// Telegram asked to wait, and does not say whether it means the chat or the whole bot: the chat waits, and once a
    /// second chat is refused while the first one waits, everybody does.
    /// </summary>
    public void PostponeForFlood(long chatId, TimeSpan asked)
    {
        lock (gate)
        {
            if (held.Any(other => other.Key != chatId && other.Value.IsFlood && RestOf(other.Value) > TimeSpan.Zero)) wholeBot = HoldFor(asked, isFlood: true);
            held[chatId] = HoldFor(asked, isFlood: true);
        }
    }

    private readonly record struct Hold(long Since, TimeSpan For, bool IsFlood);

    private Hold HoldFor(TimeSpan delay, bool isFlood) => new(clock.GetTimestamp(), delay, isFlood);

    private TimeSpan RestOf(long chatId)
    {
        if (!held.TryGetValue(chatId, out var hold)) return TimeSpan.Zero;
        var rest = RestOf(hold);
        if (rest == TimeSpan.Zero) held.Remove(chatId);
        return rest;
    }

    private TimeSpan RestOf(Hold hold) => Waits.Longer(hold.For - clock.GetElapsedTime(hold.Since), TimeSpan.Zero);
}
