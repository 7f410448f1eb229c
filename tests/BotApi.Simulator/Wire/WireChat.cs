namespace BotApi.Simulator;

/// <summary><c>Chat</c> in JSON.</summary>
internal sealed record WireChat(long Id, string FirstName, string? Username, string Type)
{
    public static WireChat From(PrivateUser user) => new(user.Id, user.FirstName, user.Username, "private");
}
