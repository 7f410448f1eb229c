using Bot.Answering;
using Bot.Configuration;

namespace Bot.Tests.Support;

/// <summary>The checkout the tests were built from, and what is read from it once for all of them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static BotSettings Settings { get; } = new()
    {
        Corpus = new CorpusSettings { Folder = At("seeds"), Lexicon = At("seeds/lexicon.yaml"), Glossary = At("seeds/glossary.yaml") },
        Prompts = new PromptsSettings { Folder = At("prompts") },
    };

    private static readonly Lazy<Library> Opened = new(() => global::Bot.Answering.Library.Open(Settings));

    public static Library Library => Opened.Value;

    public static string At(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the checkout.");
        return folder.FullName;
    }
}
