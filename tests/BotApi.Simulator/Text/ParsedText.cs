namespace BotApi.Simulator;

/// <summary>Plain text with its entities, sorted by offset.</summary>
public sealed record ParsedText(string Text, IReadOnlyList<TextEntity> Entities);
