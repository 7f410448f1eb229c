using Bot.Conversations;
using Bot.Corpus;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>What the bot's commands answer.</summary>
internal static class Commands
{
    /// <summary>Leaves room in a message for the words around the list.</summary>
    private const int LongestList = 3500;

    private static readonly string[] Names = ["start", "help", "sources", "language", "new"];

    /// <summary>The command's name, in lower case and without "@bot"; null where the text is none.</summary>
    public static string? NameIn(string text)
    {
        if (text.Length < 2 || text[0] != '/') return null;
        var word = text[1..].Split([' ', '\n', '\t'], 2)[0];
        return word.Split('@')[0].ToLowerInvariant();
    }

    public static OutboxContent Answer(string command, Language language, CorpusSnapshot corpus, Texts texts) => command switch
    {
        "start" => new OwnWordsContent("start", language, []),
        "help" => new OwnWordsContent("help", language, []),
        "new" => new OwnWordsContent("new", language, []),
        "language" => new OwnWordsContent("language-choose", language, [], LanguageChoice: true),
        "sources" => Sources(language, corpus, texts),
        _ => new OwnWordsContent("unknown-command", language, []),
    };

    /// <summary>For Telegram's menu of commands.</summary>
    public static IReadOnlyList<BotCommand> Menu(Language language, Texts texts) =>
        [.. Names.Select(name => new BotCommand(name, texts["command-" + name, language]))];

    private static OwnWordsContent Sources(Language language, CorpusSnapshot corpus, Texts texts)
    {
        if (corpus.Documents.Count == 0) return new OwnWordsContent("sources-none", language, []);
        var lines = new List<string>();
        foreach (var document in corpus.Documents)
        {
            var line = SourceLine.Of(Citations.Source.Of(lines.Count + 1, document), language, texts);
            if (lines.Sum(other => other.Length + 1) + line.Length > LongestList) break;
            lines.Add(line);
        }
        if (lines.Count < corpus.Documents.Count) lines.Add(texts.Fill("sources-more", language, ("count", $"{corpus.Documents.Count - lines.Count}")));
        return new OwnWordsContent("sources-list", language, lines);
    }
}
