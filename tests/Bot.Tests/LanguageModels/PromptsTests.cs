using Bot.Configuration;
using Bot.LanguageModels;
using Bot.Tests.Support;

namespace Bot.Tests.LanguageModels;

public class PromptsTests
{
    private static string Folder()
    {
        var folder = Some.Folder();
        foreach (var name in (string[])["answer.yaml", "standalone-question.yaml"]) File.Copy(Repository.At($"prompts/{name}"), Path.Combine(folder, name));
        return folder;
    }

    private static void Change(string folder, Func<string, string> change)
    {
        var file = Path.Combine(folder, "answer.yaml");
        File.WriteAllText(file, change(File.ReadAllText(file)));
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));
    }

    [Fact]
    public void A_changed_prompt_is_taken_over_under_another_hash()
    {
        var folder = Folder();
        var prompts = new Prompts(folder);
        var before = prompts.Answer.Hash;

        Change(folder, text => text.Replace("Take no side.", "Take no side at all.", StringComparison.Ordinal));
        var (changed, faults) = prompts.Reload();

        Assert.Equal("answer", Assert.Single(changed).Name);
        Assert.Empty(faults);
        Assert.NotEqual(before, prompts.Answer.Hash);
        Assert.Contains("at all", prompts.Answer.Template);
        Assert.Empty(prompts.Reload().Changed);
    }

    [Theory]
    [InlineData("template_format: handlebars", "template_format: liquid", "handlebars is expected")]
    [InlineData("{{question}}", "{{{question}}}", "'{{{'")]
    [InlineData("description: Composes", "descripton: Composes", "did you mean 'description'?")]
    [InlineData("<message role=", "<massage role=", "holds no <message")]
    [InlineData("{{/if}}", "", "does not close it with {{/if}}")]
    [InlineData("{{passages}}", "{{pasages}}", "{{pasages}}, which input_variables does not name")]
    [InlineData("{{passages}}", "", "no {{passages}}, which input_variables names")]
    [InlineData("Take no side.", "Take no side, if evidence < 1.", "'<' is written")]
    [InlineData("Take no side.", "Q & A.", "'&' is written")]
    [InlineData("  - name: passages", "  - name: passage", "{{passages}}")]
    [InlineData("temperature: 0", "temperature: warm", "'warm' is no number")]
    [InlineData("input_variables:", "input_variables: [", "line")]
    public void A_broken_prompt_leaves_the_last_good_one_in_use_and_is_named_once(string good, string bad, string words)
    {
        var folder = Folder();
        var prompts = new Prompts(folder);
        var before = prompts.Answer;

        Change(folder, text => text.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(words, Assert.Single(prompts.Reload().Faults));
        Assert.Empty(prompts.Reload().Faults);
        Assert.Same(before, prompts.Answer);
        Assert.Contains(words, Assert.Throws<YamlFileException>(() => new Prompts(folder)).Message);
    }

    [Fact]
    public void A_missing_prompt_is_named()
    {
        var folder = Folder();
        File.Delete(Path.Combine(folder, "answer.yaml"));

        Assert.Contains("answer.yaml", Assert.Throws<YamlFileException>(() => new Prompts(folder)).Message);
    }
}
