using System.Net;
using System.Net.Sockets;
using Bot.Attribution;
using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Tests.Support;

/// <summary>Something of each kind, where a test does not care which.</summary>
internal static class Some
{
    public static Document Document(string text, string id = "d1", string title = "Invented: a report", DateOnly? published = null, Uri? url = null) =>
        DocumentFile.Build(id, new DocumentMetadata { Title = title, Published = published, Url = url }, text);

    public static PassageIndex Index(params Document[] documents) => new Indexer(Repository.Library.Analyzer).Index(new CorpusSnapshot(documents, []));

    /// <summary>The answer to a question asked of these documents alone.</summary>
    public static CheckedAnswer Answer(string question, params Document[] documents) =>
        Answer(Question.Of(question), Index(documents));

    /// <summary>The answer of the bot without a model, which is there at once.</summary>
    public static CheckedAnswer Answer(Question question, PassageIndex index) => Repository.Library.Pipeline.AnswerAsync(question, index).GetAwaiter().GetResult();

    /// <summary>The sentences that answer would be made of, as the bot without a model ranks them.</summary>
    public static IReadOnlyList<WeighedSentence> Ranked(Question question, PassageIndex index) => Repository.Library.Pipeline.RankAsync(question, index).GetAwaiter().GetResult();

    /// <summary>The answer to a question asked of the seed document.</summary>
    public static CheckedAnswer SeedAnswer(string question, params Turn[] earlier) =>
        Answer(Question.Of(question) with { Earlier = earlier }, Repository.Library.Index.Current);

    /// <summary>Sentences with this evidence, in this order.</summary>
    public static IReadOnlyList<WeighedSentence> Ranked(double evidence, params string[] sentences) =>
        [.. sentences.Select(text => new WeighedSentence(new ReadSentence(Document(text + ".").Sentences[0], [], [], [], null), evidence, FitsKind: true))];

    /// <summary>An answer of these statements, each quoted from a document of its own.</summary>
    public static CheckedAnswer AnswerOf(params string[] statements) => AnswerFrom(null, statements);

    /// <summary>The same, of sources at an address.</summary>
    public static CheckedAnswer AnswerFrom(string? url, params string[] statements)
    {
        var citations = statements.Select((text, index) => new Citation($"d{index}", "hash", 0, text.Length, text)).ToList();
        var sources = statements.Select((_, index) => new Source(index + 1, $"d{index}", $"Document <{index}> & more", "A \"publisher\"", null, "spring", "inferred", url)).ToList();
        return new CheckedAnswer("q", Language.English, AnswerStatus.Answered, 1, [.. statements.Select((text, index) => new Statement(text, $"Speaker {index}", [index]))], [], citations, sources, [], null, 1);
    }

    /// <summary>A port on this machine that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Folder() => Directory.CreateTempSubdirectory("bot-tests-").FullName;
}
