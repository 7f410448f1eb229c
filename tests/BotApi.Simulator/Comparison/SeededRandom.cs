namespace BotApi.Simulator;

/// <summary>SplitMix64 (Steele, Lea, Flood, 2014): unlike the framework's generator, the same in every version of .NET.</summary>
internal sealed class SeededRandom(int seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>A number from zero up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(double share) => Next() < share * ulong.MaxValue;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
