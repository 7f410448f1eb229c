namespace Bot.Linguistics;

/// <summary>A class of suffixes of which a stemmer always takes the longest that fits.</summary>
internal sealed class SuffixList
{
    private readonly string[] _longestFirst;

    public SuffixList(params string[] suffixes) =>
        _longestFirst = [.. suffixes.OrderByDescending(suffix => suffix.Length)];

    /// <summary>The length of the longest suffix that ends <paramref name="text"/>, or 0.</summary>
    public int LongestAtEndOf(ReadOnlySpan<char> text)
    {
        foreach (string suffix in _longestFirst)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return suffix.Length;
            }
        }

        return 0;
    }
}
