namespace BotApi.Simulator;

/// <summary>
/// Which messages of a group reach a bot that has not turned privacy mode off. The Bot API server leaves the choice to
/// Telegram and only speaks of messages "inaccessible because of the chosen privacy mode"; the rules are those of
/// Telegram's documentation for bots. One differs: there a command without a name reaches the bot only if it was the
/// last bot to write, and here it always is.
/// </summary>
internal static class PrivacyMode
{
    /// <summary>Whether the bot gets this message. The caller holds the group's gate.</summary>
    public static bool LetsThrough(GroupChat group, BotMessage message, WireUser bot)
        => message.Content == MessageContent.Service
           || group.BotStatus is MemberStatus.Administrator or MemberStatus.Creator
           || (message.ReplyToMessageId is { } replied && group.Messages.Find(replied)?.SenderId == bot.Id)
           || message.Entities.Any(entity => IsCommand(message, entity, bot) || IsMention(message, entity, bot));

    private static bool IsCommand(BotMessage message, TextEntity entity, WireUser bot)
    {
        if (entity.Type != EntityTypes.BotCommand || entity.Offset != 0)
        {
            return false;
        }

        var command = message.Text.AsSpan(entity.Offset, entity.Length);
        var at = command.IndexOf('@');
        return at < 0 || IsName(command[(at + 1)..], bot);
    }

    private static bool IsMention(BotMessage message, TextEntity entity, WireUser bot)
        => entity.Type == EntityTypes.Mention && IsName(message.Text.AsSpan(entity.Offset + 1, entity.Length - 1), bot);

    private static bool IsName(ReadOnlySpan<char> name, WireUser bot) => name.Equals(bot.Username, StringComparison.OrdinalIgnoreCase);
}
