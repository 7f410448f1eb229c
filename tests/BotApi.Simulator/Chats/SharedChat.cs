namespace BotApi.Simulator;

/// <summary>A chat that has members, of whom the bot may be one.</summary>
internal abstract class SharedChat(long id, string title, ChatSettings settings) : Chat(id, settings)
{
    private readonly Dictionary<long, string> members = [];

    private long BotId { get; } = settings.BotId;

    public string Title { get; set; } = title;

    /// <summary>The bot's status, or null when it was never here.</summary>
    public string? BotStatus => members.GetValueOrDefault(BotId);

    public override bool IsKnownToBot => BotStatus is not null;

    public override bool IsHeardByBot => BotStatus is MemberStatus.Creator or MemberStatus.Administrator or MemberStatus.Member;

    /// <summary>Everybody who is here or was here.</summary>
    public IReadOnlyDictionary<long, string> Members => members;

    /// <summary>What kind of chat this is in the words of refusals.</summary>
    protected abstract string NameInErrors { get; }

    public string StatusOf(long userId) => members.GetValueOrDefault(userId, MemberStatus.Left);

    public void SetStatus(long userId, string status) => members[userId] = status;

    /// <summary>Makes the user a member, unless something is known of them already.</summary>
    public void Admit(long userId) => members.TryAdd(userId, MemberStatus.Member);

    public override void RequireAccess(ChatAccess access)
    {
        if (BotStatus == MemberStatus.Kicked)
        {
            throw ApiException.Forbidden($"bot was kicked from the {NameInErrors} chat");
        }

        if (BotStatus == MemberStatus.Left)
        {
            throw ApiException.Forbidden($"bot is not a member of the {NameInErrors} chat");
        }
    }
}
