namespace Bot.Limits;

/// <summary>At most so many in any span of this length; a count of 0 is no limit.</summary>
internal readonly record struct Rate(int Count, TimeSpan Per);

/// <summary>Of several waits the longest is the one that counts.</summary>
internal static class Waits
{
    public static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
