using System.Numerics;
using System.Runtime.InteropServices;

namespace Bot.Embeddings;

/// <summary>A direction in a byte a dimension: the vector of length 1 is <see cref="Values"/> times <see cref="Scale"/>.</summary>
/// <param name="Values">From -127 to 127, the largest of them one of the two.</param>
internal sealed record QuantizedVector(sbyte[] Values, float Scale)
{
    private const int Largest = sbyte.MaxValue;

    public static QuantizedVector Of(ReadOnlySpan<float> vector)
    {
        var (squares, largest) = (0.0, 0f);
        foreach (var value in vector)
        {
            squares += (double)value * value;
            largest = Math.Max(largest, Math.Abs(value));
        }
        if (largest == 0) return new QuantizedVector(new sbyte[vector.Length], 0);
        var values = new sbyte[vector.Length];
        for (var at = 0; at < values.Length; at++) values[at] = (sbyte)MathF.Round(vector[at] / largest * Largest);
        return new QuantizedVector(values, (float)(largest / Largest / Math.Sqrt(squares)));
    }

    /// <summary>The cosine of the angle between two, exact to about a hundredth; 0 where one has other dimensions, as another model's under the same name.</summary>
    public float Cosine(QuantizedVector other) => Values.Length == other.Values.Length ? Dot(Values, other.Values) * Scale * other.Scale : 0;

    private static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var (sums, at, sum) = (Vector<int>.Zero, 0, 0);
        var ones = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(one);
        var others = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other);
        for (; at < ones.Length; at++)
        {
            Vector.Widen(ones[at], out var low, out var high);
            Vector.Widen(others[at], out var otherLow, out var otherHigh);
            // Two products of 127 times 127 still fit into 16 bits.
            Vector.Widen(low * otherLow + high * otherHigh, out var first, out var second);
            sums += first + second;
        }
        for (at *= Vector<sbyte>.Count; at < one.Length; at++) sum += one[at] * other[at];
        return sum + Vector.Sum(sums);
    }
}
