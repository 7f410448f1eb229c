namespace Bot.Corpus;

/// <summary>A document that cannot be used; the message is the reason, in words for its keeper.</summary>
internal sealed class DocumentException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A file of the corpus that was left out, or used with a reservation, and why.</summary>
public sealed record CorpusProblem(string File, string Reason);
