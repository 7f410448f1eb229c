namespace BotApi.Simulator;

/// <summary><c>Chat</c> in JSON.</summary>
internal sealed record WireChat(long Id, string Type)
{
    public string? FirstName { get; init; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    public bool? IsForum { get; init; }

    public bool? AllMembersAreAdministrators { get; init; }

    public static WireChat From(PrivateUser user)
        => new(user.Id, "private") { FirstName = user.FirstName, Username = user.Username };

    public static WireChat From(GroupChat group) => group.Kind == GroupKind.Basic
        ? new WireChat(group.Id, "group") { Title = group.Title, AllMembersAreAdministrators = true }
        : new WireChat(group.Id, "supergroup") { Title = group.Title, IsForum = group.Kind == GroupKind.Forum ? true : null };

    public static WireChat From(ChannelChat channel) => new(channel.Id, "channel") { Title = channel.Title };
}
