namespace BotApi.Simulator;

/// <summary>The kinds of groups in Telegram.</summary>
public enum GroupKind
{
    /// <summary>A small group, which Telegram may turn into a supergroup under another id.</summary>
    Basic,

    /// <summary>A group as most are today.</summary>
    Supergroup,

    /// <summary>A supergroup divided into topics.</summary>
    Forum,
}
