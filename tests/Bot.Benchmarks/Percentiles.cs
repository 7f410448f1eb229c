namespace Bot.Benchmarks;

/// <summary>Median, 95th percentile and largest of some timings in milliseconds, by nearest rank.</summary>
internal static class Percentiles
{
    public static string Of(IReadOnlyCollection<double> milliseconds) =>
        $"median {At(milliseconds, 0.5):F1} ms, 95th percentile {At(milliseconds, 0.95):F1} ms, largest {milliseconds.Max():F1} ms, of {milliseconds.Count}";

    /// <param name="share">0.5 for the median.</param>
    public static double At(IReadOnlyCollection<double> milliseconds, double share) => milliseconds.Order().ElementAt((int)Math.Ceiling(share * milliseconds.Count) - 1);
}
