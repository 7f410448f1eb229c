namespace Bot.Benchmarks;

/// <summary>Median, 95th percentile and largest of some timings in milliseconds, by nearest rank.</summary>
internal static class Percentiles
{
    public static string Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return $"median {At(0.5):F1} ms, 95th percentile {At(0.95):F1} ms, largest {sorted[^1]:F1} ms, of {sorted.Count}";

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
