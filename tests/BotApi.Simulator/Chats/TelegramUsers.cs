namespace BotApi.Simulator;

/// <summary>The senders that Telegram puts in where no user is to be named.</summary>
internal static class TelegramUsers
{
    /// <summary>Stands for an administrator who writes in the group's name.</summary>
    public static WireUser AnonymousAdministrator { get; } = new(1087968824, true, "Group", "GroupAnonymousBot", null);

    /// <summary>Stands for the channel whose posts are forwarded into its discussion group.</summary>
    public static WireUser ServiceNotifications { get; } = new(777000, false, "Telegram", null, null);
}
