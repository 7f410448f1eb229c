using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Receiving;

/// <summary>What is remembered of the chat that an update is about.</summary>
/// <param name="Language">The one chosen for the bot's own words; null where none was chosen.</param>
/// <param name="Turns">This person's conversation so far, oldest first.</param>
/// <param name="Answer">The row of the answer to this very message, if it was answered before and then edited.</param>
/// <param name="AnsweredText">The question as it was then.</param>
internal sealed record ChatMemory(Language? Language, IReadOnlyList<Turn> Turns, long? Answer = null, string? AnsweredText = null);

/// <summary>A turn to be remembered.</summary>
/// <param name="Person">Under the pseudonym.</param>
/// <param name="MessageId">The question's; edited, it takes the place of the turn before.</param>
internal sealed record RememberedTurn(long ChatId, string Person, int MessageId, Turn Turn);
