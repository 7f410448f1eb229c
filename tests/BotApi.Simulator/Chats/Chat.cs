namespace BotApi.Simulator;

/// <summary>A chat with its messages. Guard it with its <see cref="Gate"/>.</summary>
internal abstract class Chat(long id, ChatSettings settings)
{
    public Lock Gate { get; } = new();

    public long Id { get; } = id;

    public ChatHistory Messages { get; } = new(settings.RememberedMessages);

    /// <summary>The chat as the Bot API shows it.</summary>
    public abstract WireChat Wire { get; }

    /// <summary>Whether the bot has ever been told of the chat; others do not exist for it.</summary>
    public abstract bool IsKnownToBot { get; }

    /// <summary>Whether the bot is told what happens here.</summary>
    public abstract bool IsHeardByBot { get; }

    public int NextMessageId() => settings.Counter.Next();

    /// <summary>Lets a call through as far as the Bot API server itself can tell.</summary>
    public abstract void RequireAccess(ChatAccess access);

    /// <summary>Lets a message through as Telegram does when it is about to be delivered.</summary>
    public virtual void RequireDelivery()
    {
    }

    /// <summary>Where a message goes for which the bot names a thread; null is the chat itself.</summary>
    public virtual int? ThreadFor(int requested) => null;

    /// <summary>The thread that an answer to this message belongs to.</summary>
    public virtual int? ThreadOfReplyTo(BotMessage replied) => null;
}
