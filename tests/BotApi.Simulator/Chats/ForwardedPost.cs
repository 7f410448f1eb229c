namespace BotApi.Simulator;

/// <summary>The channel post that a message repeats.</summary>
internal sealed record ForwardedPost(long ChannelId, int MessageId);
