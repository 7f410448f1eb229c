using Bot.Configuration;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

public class ExampleSettingsTests
{
    private static IConfiguration Example { get; } = new ConfigurationBuilder().AddJsonFile(Repository.At("appsettings.example.json")).Build();

    [Fact]
    public void The_example_holds_every_setting_and_no_other() =>
        Assert.Equal(SettingsReader.Names.Order(), Example.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key).Order());

    [Fact]
    public void The_example_holds_the_defaults()
    {
        var inRoot = new ConfigurationBuilder().AddConfiguration(Example).AddInMemoryCollection(
            new[] { "Corpus:Folder", "Corpus:Lexicon", "Corpus:Glossary", "Prompts:Folder" }.ToDictionary(name => name, name => (string?)Repository.At(Example[name]!))).Build();

        var read = SettingsReader.Read(inRoot);

        var defaults = new BotSettings();
        Assert.Equal((defaults.Telegram, defaults.Storage, defaults.Web), (read.Telegram, read.Storage, read.Web));
        Assert.Equal((defaults.Corpus.Folder, defaults.Corpus.Lexicon, defaults.Corpus.Glossary, defaults.Prompts.Folder), (Example["Corpus:Folder"], Example["Corpus:Lexicon"], Example["Corpus:Glossary"], Example["Prompts:Folder"]));
    }

    [Fact]
    public void Each_setting_is_explained() =>
        Assert.True(File.ReadLines(Repository.At("appsettings.example.json")).Count(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)) >= SettingsReader.Names.Count);
}
