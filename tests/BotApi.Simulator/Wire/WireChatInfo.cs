namespace BotApi.Simulator;

/// <summary><c>ChatFullInfo</c> in JSON: the chat, and of the rest what is never left out.</summary>
internal sealed record WireChatInfo(
    long Id, string Type, string? FirstName, string? Title, string? Username, bool? IsForum, bool? AllMembersAreAdministrators)
{
    public WireChatInfo(WireChat chat)
        : this(chat.Id, chat.Type, chat.FirstName, chat.Title, chat.Username, chat.IsForum, chat.AllMembersAreAdministrators)
    {
    }

    public WireGifts AcceptedGiftTypes { get; } = new(false, false, false, false, false);

    public int MaxReactionCount { get; } = 11;

    public int AccentColorId { get; }
}
