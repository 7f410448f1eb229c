namespace BotApi.Simulator;

/// <summary>The messages of one chat, by rising id.</summary>
internal sealed class ChatHistory
{
    private readonly List<BotMessage> messages = [];
    private TaskCompletionSource? changed;

    public int LastMessageId { get; private set; }

    public BotMessage? Find(int messageId)
    {
        var place = PlaceOf(messageId);
        return place < messages.Count && messages[place].MessageId == messageId ? messages[place] : null;
    }

    public IReadOnlyList<BotMessage> All() => [.. messages];

    /// <summary>Messages newer than the given one.</summary>
    public IReadOnlyList<BotMessage> After(int messageId) => messages[PlaceOf(messageId + 1)..];

    public void Add(BotMessage message)
    {
        messages.Add(message);
        LastMessageId = message.MessageId;
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

    /// <summary>The place of the first message that has this id or a greater one.</summary>
    private int PlaceOf(int messageId)
    {
        var low = 0;
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
