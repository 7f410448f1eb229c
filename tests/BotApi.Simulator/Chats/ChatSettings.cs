namespace BotApi.Simulator;

/// <summary>What a chat has to be told when it is made.</summary>
internal sealed record ChatSettings(long BotId, int RememberedMessages, MessageCounter Counter);
