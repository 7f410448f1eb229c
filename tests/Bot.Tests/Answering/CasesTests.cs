using Bot.Evaluation;
using Bot.Tests.Support;

namespace Bot.Tests.Answering;

/// <summary>
/// The cases of tests/cases, as `eval answers` runs them. A figure here is what holds today: it is raised when more hold,
/// and never lowered.
/// </summary>
public class CasesTests
{
    [Theory]
    [InlineData("seed", 60, 60)]
    [InlineData("invented", 37, 40)]
    [InlineData("mixed", 50, 60)]
    [InlineData("wide", 49, 60)]
    [InlineData("plain", 26, 36)]
    public async Task As_many_cases_hold_as_ever(string file, int hold, int of)
    {
        var runner = new CaseRunner(Repository.Library);
        var results = await Task.WhenAll(CaseFile.Load(Repository.At($"tests/cases/{file}.yaml")).Select(one => runner.RunAsync(one)));

        Assert.Equal(of, results.Length);
        var failed = results.Where(result => !result.Passed).Select(result => $"{result.Case.Id}: {string.Join("; ", result.Failures)}").ToList();
        Assert.True(of - failed.Count >= hold, $"{of - failed.Count} of {of} hold, {hold} did:\n{string.Join('\n', failed)}");
    }
}
