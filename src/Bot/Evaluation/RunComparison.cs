using System.Text.Json;
using Bot.Configuration;

namespace Bot.Evaluation;

/// <summary>Two runs over the same cases, side by side.</summary>
/// <param name="Gained">Cases that hold in the second run and not in the first.</param>
/// <param name="Lost">The other way round.</param>
/// <param name="Changed">Cases that hold in both or in neither, and are answered otherwise.</param>
/// <param name="Same">How many are answered just as before.</param>
/// <param name="OnlyInOne">Cases that one of the runs lacks; they are not compared.</param>
/// <param name="Differences">What the runs were made with that is not the same: code, corpus, prompts, settings.</param>
internal sealed record RunComparison(
    IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, IReadOnlyList<string> Changed, int Same, IReadOnlyList<string> OnlyInOne, IReadOnlyList<string> Differences)
{
    /// <summary>How likely so uneven a split of gains and losses is where neither run is better: the two-sided sign test (Dixon and Mood 1946), exact.</summary>
    public double SignTest
    {
        get
        {
            var (decided, fewer) = (Gained.Count + Lost.Count, Math.Min(Gained.Count, Lost.Count));
            // C(n, k) / 2^n, each from the one before; in logarithms, since 2^n leaves a double's range.
            var (term, tail) = (-decided * Math.Log(2), 0.0);
            for (var k = 0; k <= fewer; k++)
            {
                tail += Math.Exp(term);
                term += Math.Log(decided - k) - Math.Log(k + 1);
            }
            return Math.Min(1, 2 * tail);
        }
    }

    /// <param name="first">An `--out` file of `eval answers`, with its record beside it.</param>
    /// <exception cref="SettingsException">A file cannot be read, or they share no case.</exception>
    public static RunComparison Of(string first, string second)
    {
        var (before, after) = (ReadAnswers(first), ReadAnswers(second));
        var (recordBefore, recordAfter) = (RunRecord.Load(first), RunRecord.Load(second));
        var (passedBefore, passedAfter) = (recordBefore.Passed.ToHashSet(), recordAfter.Passed.ToHashSet());
        var both = before.Keys.Where(after.ContainsKey).ToList();
        if (both.Count == 0) throw new SettingsException($"'{first}' and '{second}' share no case");
        var changed = both.Where(id => passedBefore.Contains(id) == passedAfter.Contains(id) && before[id] != after[id]).ToList();
        var (gained, lost) = (both.Where(id => !passedBefore.Contains(id) && passedAfter.Contains(id)).ToList(), both.Where(id => passedBefore.Contains(id) && !passedAfter.Contains(id)).ToList());
        return new RunComparison(
            gained, lost, changed, both.Count - gained.Count - lost.Count - changed.Count,
            [.. before.Keys.Except(after.Keys).Concat(after.Keys.Except(before.Keys))], DifferencesOf(recordBefore, recordAfter));
    }

    private static List<string> DifferencesOf(RunRecord before, RunRecord after) =>
    [
        .. new (string Name, bool IsSame)[] { ("code", before.Code == after.Code), ("corpus", before.Corpus == after.Corpus), ("prompts", before.Prompts == after.Prompts), ("settings", before.Settings == after.Settings) }
            .Where(part => !part.IsSame).Select(part => part.Name),
    ];

    /// <summary>By the case's id, all of an answer but how long it took.</summary>
    private static Dictionary<string, string> ReadAnswers(string file)
    {
        try
        {
            return File.ReadLines(file).Where(line => line.Length > 0).Select(Read).ToDictionary(answer => answer.Id, answer => answer.Content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new SettingsException($"'{file}' is no file that `eval answers --out` wrote: {fault.Message}", fault);
        }

        static (string Id, string Content) Read(string line)
        {
            using var answer = JsonDocument.Parse(line);
            var content = answer.RootElement.EnumerateObject().Where(property => property.Name is not ("id" or "elapsedMs")).Select(property => $"{property.Name}:{property.Value.GetRawText()}");
            return (answer.RootElement.GetProperty("id").GetString()!, string.Join('\n', content));
        }
    }
}
