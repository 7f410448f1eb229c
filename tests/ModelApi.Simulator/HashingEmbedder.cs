using System.Text.RegularExpressions;

namespace ModelApi.Simulator;

/// <summary>Bags of words by feature hashing, of length one: texts that share words are near each other.</summary>
public static partial class HashingEmbedder
{
    public const int Dimensions = 64;

    public static float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in Word().EnumerateMatches(text)) vector[Fnv1a(text.AsSpan(word.Index, word.Length)) % Dimensions]++;
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    }

    private static uint Fnv1a(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = unchecked((hash ^ char.ToLowerInvariant(letter)) * 16777619);
        return hash;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
