namespace ModelApi.Simulator;

/// <summary>A passage of a prompt.</summary>
internal sealed record Passage(string Id, string Title, string Text);
