namespace BotApi.Simulator;

/// <summary><c>User</c> in JSON.</summary>
internal sealed record WireUser(long Id, bool IsBot, string FirstName, string? Username, string? LanguageCode)
{
    public static WireUser From(PrivateUser user) => new(user.Id, false, user.FirstName, user.Username, user.LanguageCode);
}
