namespace BotApi.Simulator;

/// <summary>The Bot API's names of what somebody is in a chat.</summary>
internal static class MemberStatus
{
    public const string Creator = "creator";
    public const string Administrator = "administrator";
    public const string Member = "member";
    public const string Left = "left";
    public const string Kicked = "kicked";

    private static readonly string[] All = [Creator, Administrator, Member, Left, Kicked];

    /// <exception cref="ArgumentException">There is no such status.</exception>
    public static void Check(string status)
    {
        if (!All.Contains(status))
        {
            throw new ArgumentException($"A status is one of {string.Join(", ", All)}.", nameof(status));
        }
    }
}
