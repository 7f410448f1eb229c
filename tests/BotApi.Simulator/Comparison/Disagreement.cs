namespace BotApi.Simulator;

/// <summary>A text two parsers treat differently, with what each makes of it.</summary>
public sealed record Disagreement(string Text, string Ours, string Theirs);
