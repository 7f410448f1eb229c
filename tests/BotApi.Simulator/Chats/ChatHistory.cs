namespace BotApi.Simulator;

/// <summary>The latest messages of one chat, by rising id.</summary>
internal sealed class ChatHistory(int capacity)
{
    private readonly List<BotMessage> messages = [];
    private TaskCompletionSource? changed;

    // Forgotten messages stay in front of this place until there are enough to be worth moving the rest.
    private int first;

    public int LastMessageId { get; private set; }

    public BotMessage? Find(int messageId)
    {
        var place = PlaceOf(messageId);
        return place < messages.Count && messages[place].MessageId == messageId ? messages[place] : null;
    }

    public IReadOnlyList<BotMessage> All() => messages[first..];

    /// <summary>Messages newer than the given one.</summary>
    public IReadOnlyList<BotMessage> After(int messageId) => messageId >= LastMessageId ? [] : messages[PlaceOf(messageId + 1)..];

    public void Add(BotMessage message)
    {
        messages.Add(message);
        LastMessageId = message.MessageId;
        Forget();
        Signal();
    }

    public void Replace(BotMessage message)
    {
        messages[PlaceOf(message.MessageId)] = message;
        Signal();
    }

    public bool Remove(int messageId)
    {
        if (Find(messageId) is null)
        {
            return false;
        }

        messages.RemoveAt(PlaceOf(messageId));
        Signal();
        return true;
    }

    /// <summary>Completes at the next change of a message.</summary>
    public Task NextChange()
        => (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Forget()
    {
        if (messages.Count - first > capacity)
        {
            first++;
        }

        if (first > messages.Count / 2)
        {
            messages.RemoveRange(0, first);
            first = 0;
        }
    }

    /// <summary>The place of the first message that has this id or a greater one.</summary>
    private int PlaceOf(int messageId)
    {
        var low = first;
        var high = messages.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (messages[middle].MessageId < messageId)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Signal()
    {
        changed?.TrySetResult();
        changed = null;
    }
}
