namespace BotApi.Simulator;

/// <summary>A person; the private chat with them has the same id.</summary>
public sealed record PrivateUser(long Id, string FirstName, string? Username, string? LanguageCode);
