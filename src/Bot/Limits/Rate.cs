namespace Bot.Limits;

/// <summary>At most so many in any span of this length; a count of 0 is no limit.</summary>
internal readonly record struct Rate(int Count, TimeSpan Per);
