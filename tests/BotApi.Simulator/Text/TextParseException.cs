namespace BotApi.Simulator;

/// <summary>Telegram refuses the text; the message is what it writes after "Bad Request: ".</summary>
public sealed class TextParseException(string message) : Exception(message);
