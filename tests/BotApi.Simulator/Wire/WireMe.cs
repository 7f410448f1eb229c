namespace BotApi.Simulator;

/// <summary>What <c>getMe</c> answers: the bot, and what it may do.</summary>
internal sealed record WireMe(long Id, string FirstName, string? Username)
{
    public bool IsBot { get; } = true;

    public bool CanJoinGroups { get; } = true;

    public bool CanReadAllGroupMessages { get; init; }

    public bool SupportsInlineQueries { get; }

    public bool SupportsGuestQueries { get; }

    public bool CanConnectToBusiness { get; }

    public bool HasMainWebApp { get; }

    public bool HasTopicsEnabled { get; }

    public bool AllowsUsersToCreateTopics { get; }

    public bool CanManageBots { get; }
}
