namespace BotApi.Simulator;

/// <summary>A call the bot made: the method as written, when it came, and its parameters as one JSON object.</summary>
public sealed record ReceivedCall(string Method, DateTimeOffset Time, string Json);
