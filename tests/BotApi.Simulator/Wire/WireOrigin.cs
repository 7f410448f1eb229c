namespace BotApi.Simulator;

/// <summary><c>MessageOriginChannel</c> in JSON.</summary>
internal sealed record WireOrigin(string Type, WireChat Chat, int MessageId, long Date);
