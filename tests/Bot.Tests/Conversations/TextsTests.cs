using System.Text.RegularExpressions;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Conversations;

public partial class TextsTests
{
    private readonly string folder = Some.Folder();

    private void Write(string language, string text) => File.WriteAllText(Path.Combine(folder, $"texts.{language}.yaml"), text);

    [Fact]
    public void Every_text_is_there_in_all_three_languages_and_in_its_own()
    {
        var texts = Texts.Load(Repository.At("prompts"));

        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(texts.Keys.Where(key => texts[key, language].Length > 30), key => Assert.Equal(language, LanguageDetector.Detect(texts[key, language])));
        }
    }

    [Fact]
    public void Every_text_the_bot_can_say_is_written_and_every_written_text_can_be_said()
    {
        var sources = Directory.EnumerateFiles(Repository.At("src/Bot"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor").Select(File.ReadAllText);
        var inCode = sources.SelectMany(source => Quoted().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        var inPolicy = Repository.Library.Policy.Rules.Select(rule => rule.Text);
        var texts = Repository.Library.Texts;

        Assert.All(inPolicy, key => Assert.Contains(key, texts.Keys));
        Assert.All(texts.Keys, key => Assert.True(inCode.Contains(key) || inPolicy.Contains(key) || key.StartsWith("command-", StringComparison.Ordinal), $"nobody says '{key}'"));
    }

    [Fact]
    public void A_text_missing_in_one_language_is_named_at_start()
    {
        Write("en", "hello: Hello\nbye: Bye");
        Write("uk", "hello: Вітаю\nbye: Бувай");
        Write("ru", "hello: Привет");

        var fault = Assert.Throws<YamlFileException>(() => Texts.Load(folder));

        Assert.Contains("texts.ru.yaml", fault.Message);
        Assert.Contains("'bye' is missing", fault.Message);
    }

    [Fact]
    public void A_placeholder_lost_in_one_language_is_named_at_start()
    {
        Write("en", "more: and {count} more");
        Write("uk", "more: і ще {count}");
        Write("ru", "more: и ещё");

        Assert.Contains("{count}", Assert.Throws<YamlFileException>(() => Texts.Load(folder)).Message);
    }

    [GeneratedRegex("\"([a-z-]+)\"")]
    private static partial Regex Quoted();
}
