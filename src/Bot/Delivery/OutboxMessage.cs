namespace Bot.Delivery;

/// <summary>A message to be sent.</summary>
/// <param name="ReplyTo">The message it answers.</param>
/// <param name="ThreadId">The topic of a forum.</param>
/// <param name="Person">For whom it is, under a pseudonym; empty where that is nobody in particular.</param>
/// <param name="Edits">The own message it replaces.</param>
/// <param name="Revises">The row whose message it replaces, wherever that went; sent anew if it never arrived.</param>
internal sealed record OutboxMessage(long ChatId, OutboxContent Content, int? ReplyTo = null, int? ThreadId = null, string Person = "", int? Edits = null, long? Revises = null);
