namespace BotApi.Simulator;

/// <summary>One private chat: its messages in order, and whether the bot may write. Guard it with its <see cref="Gate"/>.</summary>
internal sealed class PrivateChat(PrivateUser user)
{
    private readonly List<BotMessage?> messages = [];
    private readonly Dictionary<int, int> places = [];
    private TaskCompletionSource? changed;

    public Lock Gate { get; } = new();

    public PrivateUser User { get; set; } = user;

    /// <summary>Whether the user has ever written to the bot.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Whether the user blocked the bot.</summary>
    public bool IsBlocked { get; set; }

    public int LastMessageId { get; private set; }

    public BotMessage? Find(int messageId) => places.TryGetValue(messageId, out var place) ? messages[place] : null;

    public IReadOnlyList<BotMessage> All() => [.. messages.OfType<BotMessage>()];

    /// <summary>Messages newer than the given one, found from the end.</summary>
    public IReadOnlyList<BotMessage> After(int messageId)
    {
        var start = messages.Count;
        while (start > 0 && (messages[start - 1] is not { } message || message.MessageId > messageId))
        {
            start--;
        }

        return [.. messages.Skip(start).OfType<BotMessage>()];
    }

    public void Add(BotMessage message)
    {
        places[message.MessageId] = messages.Count;
        messages.Add(message);
        LastMessageId = message.MessageId;
        Signal();
    }

    public void Replace(BotMessage message)
    {
        messages[places[message.MessageId]] = message;
        Signal();
    }

    public bool Remove(int messageId)
    {
        if (!places.Remove(messageId, out var place))
        {
            return false;
        }

        messages[place] = null;
        Signal();
        return true;
    }

    /// <summary>Completes at the next change of a message.</summary>
    public Task NextChange()
        => (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Signal()
    {
        changed?.TrySetResult();
        changed = null;
    }
}
