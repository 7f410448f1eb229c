namespace Bot.Benchmarks.Statements;

/// <summary>A statement with the document it is said to rest on: one that may be shown, or a lie.</summary>
/// <param name="Kind">What kind of lie, or how an honest one was written.</param>
/// <param name="Language">The asker's.</param>
/// <param name="Quotes">What it cites.</param>
internal sealed record StatementCase(string Id, string Kind, bool Honest, string Language, StatementDocument Document, string Text, string? Speaker, IReadOnlyList<string> Quotes);

/// <param name="Language">Of the text.</param>
internal sealed record StatementDocument(string Id, string Title, string Language, string Text);
