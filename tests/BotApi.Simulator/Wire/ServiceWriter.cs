namespace BotApi.Simulator;

/// <summary>Adds to a message what a service message tells.</summary>
internal sealed class ServiceWriter(TelegramWorld world)
{
    /// <summary>The color of topics that were given none.</summary>
    private const int TopicColor = 0x6FB9F0;

    public WireMessage Write(WireMessage message, ServiceNote note)
    {
        var joined = note.NewMember is { } newId ? world.FindUser(newId) : null;
        var left = note.LeftMember is { } leftId ? world.FindUser(leftId) : null;
        return message with
        {
            // The singular fields are from before several could be added at once; Telegram still writes them.
            NewChatParticipant = joined,
            NewChatMember = joined,
            NewChatMembers = joined is null ? null : [joined],
            LeftChatParticipant = left,
            LeftChatMember = left,
            NewChatTitle = note.NewTitle,
            MigrateToChatId = note.MigratedTo,
            MigrateFromChatId = note.MigratedFrom,
            ForumTopicCreated = note.TopicName is { } name ? new WireTopic(name, TopicColor) : null,
            MessageAutoDeleteTimerChanged = note.AutoDeleteSeconds is { } seconds ? new WireTimer(seconds) : null,
        };
    }
}
