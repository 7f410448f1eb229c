namespace Bot.Delivery;

/// <summary>What came of one attempt to send a row.</summary>
internal abstract record SendResult(OutboxRow Row);

internal sealed record Delivered(OutboxRow Row, int MessageId) : SendResult(Row);

/// <param name="Delay">How long the chat waits before the next attempt.</param>
/// <param name="IsUncertain">It may have arrived: no answer came back.</param>
/// <param name="IsFlood">Telegram asked for the delay.</param>
/// <param name="Reason">Why, in words for whoever runs the bot; null where the bot itself stopped it.</param>
internal sealed record Postponed(OutboxRow Row, TimeSpan Delay, bool IsUncertain = false, bool IsFlood = false, string? Reason = null) : SendResult(Row);

internal sealed record GivenUp(OutboxRow Row, string Reason) : SendResult(Row);

/// <summary>The group has become a supergroup: all that waits for it goes there.</summary>
internal sealed record Moved(OutboxRow Row, long ToChatId) : SendResult(Row);
