namespace BotApi.Simulator;

/// <summary>The chat of the bot with one person.</summary>
internal sealed class PrivateChat : Chat
{
    private WireChat wire;

    public PrivateChat(PrivateUser user, ChatSettings settings)
        : base(user.Id, settings)
    {
        (User, WireUser, wire) = (user, WireUser.From(user), WireChat.From(user));
    }

    public PrivateUser User { get; private set; }

    /// <summary>The person as the Bot API shows them.</summary>
    public WireUser WireUser { get; private set; }

    public override WireChat Wire => wire;

    /// <summary>Whether the user has ever written to the bot.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Whether the user blocked the bot.</summary>
    public bool IsBlocked { get; set; }

    public override bool IsKnownToBot => true;

    public override bool IsHeardByBot => true;

    /// <summary>The person changed their profile.</summary>
    public void Change(PrivateUser user) => (User, WireUser, wire) = (user, WireUser.From(user), WireChat.From(user));

    public override void RequireAccess(ChatAccess access)
    {
        // The Bot API server does not know who blocked the bot: that is told at delivery.
    }

    public override void RequireDelivery()
    {
        if (!IsStarted)
        {
            throw ApiException.Forbidden("bot can't initiate conversation with a user");
        }

        if (IsBlocked)
        {
            throw ApiException.Forbidden("bot was blocked by the user");
        }
    }

    public override int? ThreadFor(int requested)
        => requested <= 0 ? null : throw ApiException.BadRequest("message thread not found");
}
