namespace BotApi.Simulator;

/// <summary>The address of a Web App.</summary>
public sealed record WebAppLink(string Url);
