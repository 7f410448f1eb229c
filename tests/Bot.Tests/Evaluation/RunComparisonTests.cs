using Bot.Configuration;
using Bot.Evaluation;
using Bot.Tests.Support;

namespace Bot.Tests.Evaluation;

public class RunComparisonTests
{
    private static string Write(params (string Id, string Status, bool Passed)[] answers)
    {
        var file = Path.Combine(Some.Folder(), "out.jsonl");
        File.WriteAllLines(file, answers.Select((answer, index) => $$"""{"id":"{{answer.Id}}","status":"{{answer.Status}}","elapsedMs":{{Random.Shared.Next()}}}"""));
        File.WriteAllText(RunRecord.FileOf(file), new RunRecord("code", "corpus", answers.Length.ToString(), "settings", [.. answers.Where(answer => answer.Passed).Select(answer => answer.Id)]).ToLine());
        return file;
    }

    [Fact]
    public void Cases_gained_lost_and_changed_are_told_apart()
    {
        var before = Write(("gained", "notInSources", false), ("lost", "answered", true), ("changed", "answered", false), ("same", "answered", true), ("old", "answered", true));
        var after = Write(("gained", "answered", true), ("lost", "notInSources", false), ("changed", "declined", false), ("same", "answered", true));

        var comparison = RunComparison.Of(before, after);

        Assert.Equal("gained | lost | changed | 1 | old | prompts", string.Join(" | ", comparison.Gained.Single(), comparison.Lost.Single(), comparison.Changed.Single(), comparison.Same, comparison.OnlyInOne.Single(), comparison.Differences.Single()));
    }

    /// <summary>Binomial tails computed by hand: 2·(1/2)^5, 2·(1+10)/2^10, and one half twice.</summary>
    [Theory]
    [InlineData(5, 0, 0.0625)]
    [InlineData(9, 1, 0.021484375)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 0, 1)]
    public void The_sign_test_is_exact(int gained, int lost, double p)
    {
        var comparison = new RunComparison([.. Enumerable.Repeat("g", gained)], [.. Enumerable.Repeat("l", lost)], [], 0, [], []);

        Assert.Equal(p, comparison.SignTest, 9);
    }

    [Fact]
    public void The_sign_test_stands_thousands_of_cases()
    {
        var comparison = new RunComparison([.. Enumerable.Repeat("g", 3000)], [.. Enumerable.Repeat("l", 3000)], [], 0, [], []);

        Assert.Equal(1, comparison.SignTest, 6);
    }

    [Fact]
    public void A_file_without_its_record_is_named()
    {
        var file = Write(("a", "answered", true));
        File.Delete(RunRecord.FileOf(file));

        Assert.Contains(RunRecord.FileOf(file), Assert.Throws<SettingsException>(() => RunComparison.Of(file, file)).Message);
    }
}
