namespace BotApi.Simulator;

/// <summary><c>ChatMemberUpdated</c> in JSON: how a bot learns that it was blocked, added or removed.</summary>
internal sealed record WireMembership(WireChat Chat, WireUser From, long Date, WireMember OldChatMember, WireMember NewChatMember);
