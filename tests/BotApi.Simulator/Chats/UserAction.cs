namespace BotApi.Simulator;

/// <summary>What a user did.</summary>
/// <param name="UpdateId">The update the bot gets, or null when it asked for no such updates.</param>
/// <param name="MessageId">The message sent or edited.</param>
public sealed record UserAction(int? UpdateId, int MessageId);
