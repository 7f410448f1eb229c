namespace BotApi.Simulator;

/// <summary><c>TextQuote</c> in JSON.</summary>
internal sealed record WireQuote(string Text, int Position, bool IsManual);
