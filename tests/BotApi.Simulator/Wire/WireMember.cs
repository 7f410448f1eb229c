namespace BotApi.Simulator;

/// <summary><c>ChatMember</c> in JSON, without the list of an administrator's rights.</summary>
internal sealed record WireMember(WireUser User, string Status)
{
    public bool? IsAnonymous { get; init; }

    public bool? CanBeEdited { get; init; }

    public int? UntilDate { get; init; }

    /// <summary>Those kicked are so for good, which is the date zero.</summary>
    public static WireMember Of(WireUser user, string status) => new(user, status)
    {
        IsAnonymous = status == MemberStatus.Creator ? false : null,
        CanBeEdited = status == MemberStatus.Administrator ? false : null,
        UntilDate = status == MemberStatus.Kicked ? 0 : null,
    };
}
