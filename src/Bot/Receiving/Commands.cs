using System.Globalization;
using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Presentation;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>What the bot's commands answer.</summary>
internal static class Commands
{
    public const string Forget = "forget";
    public const string New = "new";
    public const string Start = "start";

    /// <summary>Leaves room in a message for the words around the list.</summary>
    private const int LongestList = 3500;

    private static readonly string[] Names = [Start, "help", "ask", "sources", "source", New, "language", "privacy", Forget, "about"];

    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>For Telegram's menu of commands.</summary>
    public static IReadOnlyList<BotCommand> Menu(Language language, Texts texts) =>
        [.. Names.Select(name => new BotCommand(name, texts["command-" + name, language]))];

    /// <param name="retentionDays">How long answers are kept, for /privacy.</param>
    public static OutboxContent Answer(CommandGiven command, Language language, CorpusSnapshot corpus, Texts texts, int retentionDays) => command.Name switch
    {
        Start or "help" or New or "about" => OwnWordsContent.Of(command.Name, language),
        "privacy" => OwnWordsContent.Of("privacy", language, ("days", retentionDays.ToString(CultureInfo.InvariantCulture))),
        "language" => new OwnWordsContent("language-choose", language, [], LanguageChoice: true),
        "sources" => Sources(language, corpus, texts),
        "source" => Source(command.Argument, language, corpus, texts),
        _ => OwnWordsContent.Of("unknown-command", language),
    };

    private static OwnWordsContent Sources(Language language, CorpusSnapshot corpus, Texts texts)
    {
        if (corpus.Documents.Count == 0) return OwnWordsContent.Of("sources-none", language);
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

    /// <summary>One document, by its number in /sources or its id.</summary>
    private static OwnWordsContent Source(string asked, Language language, CorpusSnapshot corpus, Texts texts)
    {
        var name = asked.Trim('[', ']', '#', ' ');
        var number = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : corpus.Documents.Index().FirstOrDefault(pair => pair.Item.Id.Equals(name, StringComparison.OrdinalIgnoreCase), (-1, null!)).Item1 + 1;
        return number >= 1 && number <= corpus.Documents.Count
            ? new OwnWordsContent("source-is", language, SourceCard.Of(Citations.Source.Of(number, corpus.Documents[number - 1]), corpus.Documents[number - 1], language, texts))
            : OwnWordsContent.Of("source-which", language);
    }
}
