namespace BotApi.Simulator;

/// <summary>A channel. Its posts come from the channel itself.</summary>
internal sealed class ChannelChat(long id, string title, ChatSettings settings)
    : SharedChat(id, title, settings)
{
    public override WireChat Wire => WireChat.From(this);

    protected override string NameInErrors => "channel";
}
