using System.Numerics;

namespace Bot.Linguistics;

/// <summary>Which letters a word holds, whatever their order: tells words apart that are no misspellings of each other, before their distance is measured.</summary>
internal readonly record struct Letters(ulong Set)
{
    /// <summary>Letters 64 places apart count as one, which makes words nearer than they are and never farther.</summary>
    public static Letters Of(ReadOnlySpan<char> word)
    {
        var set = 0UL;
        foreach (var letter in word) set |= 1UL << (letter & 63);
        return new Letters(set);
    }

    /// <summary>How many letters must at least be put in, left out or replaced to make the other word.</summary>
    public int AtLeastApart(ReadOnlySpan<char> word)
    {
        var other = Of(word);
        return Math.Max(BitOperations.PopCount(Set & ~other.Set), BitOperations.PopCount(other.Set & ~Set));
    }
}
