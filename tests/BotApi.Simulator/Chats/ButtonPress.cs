namespace BotApi.Simulator;

/// <summary>A pressed inline button.</summary>
/// <param name="UpdateId">The update the bot gets, or null when it asked for no such updates.</param>
/// <param name="QueryId">What the bot has to answer with <c>answerCallbackQuery</c>.</param>
public sealed record ButtonPress(int? UpdateId, string QueryId);
