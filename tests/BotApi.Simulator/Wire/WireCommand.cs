namespace BotApi.Simulator;

/// <summary><c>BotCommand</c> in JSON.</summary>
internal sealed record WireCommand(string Command, string Description);
