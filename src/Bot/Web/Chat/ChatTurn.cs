using Bot.Citations;

namespace Bot.Web.Chat;

/// <summary>A question asked on the page, with its answer.</summary>
/// <param name="Vote">1 or -1; 0 where none was given.</param>
public sealed record ChatTurn(long Id, CheckedAnswer Answer, int Vote);
