namespace BotApi.Simulator;

/// <summary><c>Update</c> in JSON, without its id: the queue gives that.</summary>
internal sealed record WireUpdate
{
    public WireMessage? Message { get; init; }

    public WireMessage? EditedMessage { get; init; }

    public WireMessage? ChannelPost { get; init; }

    public WireMessage? EditedChannelPost { get; init; }

    public WireCallbackQuery? CallbackQuery { get; init; }

    public WireMembership? MyChatMember { get; init; }
}
