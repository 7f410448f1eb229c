namespace BotApi.Simulator;

/// <summary>What a button copies to the clipboard.</summary>
public sealed record CopiedText(string Text);
