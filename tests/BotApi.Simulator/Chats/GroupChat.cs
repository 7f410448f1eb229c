namespace BotApi.Simulator;

/// <summary>A group of any kind.</summary>
internal sealed class GroupChat(long id, string title, GroupKind kind, ChatSettings settings)
    : SharedChat(id, title, settings)
{
    private const int GeneralTopic = 1;
    private readonly HashSet<int> topics = [];

    public GroupKind Kind { get; } = kind;

    /// <summary>The supergroup that took this group's place.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>Who brought the bot here.</summary>
    public long? AddedBy { get; set; }

    public override WireChat Wire => WireChat.From(this);

    public override bool IsHeardByBot => MigratedTo is null && base.IsHeardByBot;

    protected override string NameInErrors => Kind == GroupKind.Basic ? "group" : "supergroup";

    public void AddTopic(int threadId) => topics.Add(threadId);

    public bool HasTopic(int threadId) => topics.Contains(threadId);

    public override void RequireAccess(ChatAccess access)
    {
        // What a bot knows of a basic group stays readable after it left and after the group moved.
        if (Kind == GroupKind.Basic && access == ChatAccess.Read)
        {
            return;
        }

        if (MigratedTo is { } supergroup)
        {
            throw ApiException.Migrated(supergroup);
        }

        base.RequireAccess(access);
    }

    /// <summary>Only forums have threads to choose from; elsewhere Telegram ignores the choice. The general topic has no id.</summary>
    public override int? ThreadFor(int requested)
    {
        if (Kind != GroupKind.Forum || requested <= 0)
        {
            return null;
        }

        return requested != GeneralTopic && HasTopic(requested)
            ? requested
            : throw ApiException.BadRequest("message thread not found");
    }

    /// <summary>In a supergroup that is no forum, answers make a thread under the first message answered.</summary>
    public override int? ThreadOfReplyTo(BotMessage replied) => Kind switch
    {
        GroupKind.Forum => replied.ThreadId,
        GroupKind.Supergroup => replied.ThreadId ?? replied.MessageId,
        _ => null,
    };
}
