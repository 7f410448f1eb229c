namespace BotApi.Simulator;

/// <summary><c>ForumTopicCreated</c> in JSON.</summary>
internal sealed record WireTopic(string Name, int IconColor);
