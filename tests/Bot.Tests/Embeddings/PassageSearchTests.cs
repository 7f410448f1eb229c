using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.LanguageModels;
using Bot.Linguistics;
using Bot.Retrieval;
using Bot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using ModelApi.Simulator;

namespace Bot.Tests.Embeddings;

public sealed class PassageSearchTests : IAsyncLifetime, IDisposable
{
    private const string Question = "Which vessel went down?";

    private readonly string folder = Directory.CreateTempSubdirectory("embeddings").FullName;
    private readonly List<string> embedded = [];
    private readonly PassageIndex index = Some.Index([.. Reports(40)]);
    private ModelServer server = null!;

    private string CacheFile => Path.Combine(folder, "bot.db.embeddings");

    public async Task InitializeAsync()
    {
        server = await ModelServer.StartAsync(_ => throw new NotSupportedException());
        server.Embed = Embed;
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_passage_that_says_it_in_other_words_is_found()
    {
        var (search, embeddings) = Start();
        await EmbedAsync(embeddings);

        Assert.DoesNotContain("boat", await FoundAsync(new PassageSearch(), "Which contraption perished on day 3?"));
        Assert.Contains("boat", await FoundAsync(search, "Which contraption perished on day 3?"));
    }

    [Fact]
    public async Task Until_all_are_embedded_passages_are_found_by_their_words()
    {
        var (search, embeddings) = Start();
        server.Embed = text => embedded.Count < 10 ? Embed(text) : [];

        await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(embeddings));

        Assert.Null(search.Vectors);
        Assert.Equal(await FoundAsync(new PassageSearch(), Question), await FoundAsync(search, Question));
    }

    [Fact]
    public async Task While_the_endpoint_is_down_passages_are_found_by_their_words()
    {
        var (search, embeddings) = Start();
        await EmbedAsync(embeddings);

        await server.DisposeAsync();

        Assert.Equal(await FoundAsync(new PassageSearch(), Question), await FoundAsync(search, Question));
    }

    [Fact]
    public async Task What_was_embedded_is_not_embedded_again()
    {
        await EmbedAsync(Start().Embeddings);
        embedded.Clear();

        var (search, embeddings) = Start();
        await EmbedAsync(embeddings);

        Assert.Empty(embedded);
        Assert.Equal(40, search.Vectors!.Passages.Count);
    }

    [Fact]
    public async Task A_changed_document_is_embedded_alone()
    {
        var (_, embeddings) = Start();
        await EmbedAsync(embeddings);
        embedded.Clear();

        await embeddings.EmbedAsync(new CorpusSnapshot([.. index.Corpus.Documents.Skip(1), Some.Document("The bridge was opened.", "new")], []), (_, _) => { }, default);

        Assert.Equal("The bridge was opened.", Assert.Single(embedded).Split("\n\n")[1]);
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_the_rest_is_embedded()
    {
        var many = new CorpusSnapshot([.. Reports(100)], []);
        server.Embed = text => embedded.Count < 70 ? Embed(text) : [];
        await Assert.ThrowsAsync<ModelException>(() => Start().Embeddings.EmbedAsync(many, (_, _) => { }, default));
        embedded.Clear();
        server.Embed = Embed;
        var progress = new List<(int, int)>();

        await Start().Embeddings.EmbedAsync(many, (done, all) => progress.Add((done, all)), default);

        // A batch holds 64.
        Assert.Equal(36, embedded.Count);
        Assert.Equal([(64, 100)], progress);
    }

    [Fact]
    public async Task Another_model_embeds_all_anew()
    {
        await EmbedAsync(Start().Embeddings);
        embedded.Clear();
        server.EmbeddingModel = "another";

        await EmbedAsync(Start().Embeddings);

        Assert.Equal(40, embedded.Count);
    }

    [Fact]
    public async Task A_damaged_cache_gives_way()
    {
        await EmbedAsync(Start().Embeddings);
        await File.WriteAllTextAsync(CacheFile, new string('x', 5000));
        embedded.Clear();

        await EmbedAsync(Start().Embeddings);
        await EmbedAsync(Start().Embeddings);

        Assert.Equal(40, embedded.Count);
    }

    [Fact]
    public async Task A_follow_up_is_embedded_with_the_question_before_it()
    {
        var (search, embeddings) = Start();
        await EmbedAsync(embeddings);
        embedded.Clear();
        var followUp = Bot.Conversations.Question.Of("And when?", earlier: [new Turn("Which vessel went down?", Language.English, [])]);

        await search.RankAsync(Repository.Library.Queries.Read(followUp, index), index, 5);

        Assert.Equal(["Which vessel went down? And when?"], embedded);
    }

    private (PassageSearch Search, CorpusEmbeddings Embeddings) Start()
    {
        var settings = new BotSettings
        {
            Model = new ModelSettings { Endpoint = server.Endpoint, ApiKey = server.ApiKey, EmbeddingName = server.EmbeddingModel },
            Storage = new StorageSettings { Connection = $"Data Source={Path.Combine(folder, "bot.db")}" },
        };
        var model = new EmbeddingModel(new HttpClient(), settings.Model, TimeProvider.System);
        var embeddings = new CorpusEmbeddings(model, EmbeddingCache.Of(settings));
        return (new PassageSearch(model, embeddings), embeddings);
    }

    private Task EmbedAsync(CorpusEmbeddings embeddings) => embeddings.EmbedAsync(index.Corpus, (_, _) => { }, default);

    private async Task<string> FoundAsync(PassageSearch search, string question) =>
        string.Join('\n', (await search.RankAsync(Repository.Library.Queries.Read(Bot.Conversations.Question.Of(question), index), index, 5)).Select(ranked => ranked.Passage.Text));

    private static IEnumerable<Document> Reports(int count) =>
        Enumerable.Range(1, count).Select(day => Some.Document(day == 7 ? "A boat sank off the coast." : $"On day {day} the market of village {day * 31 % 97} opened.", $"d{day}", title: $"Report {day}"));

    /// <summary>Knows that a boat is a contraption; of anything else it has a vector by its letters.</summary>
    private float[] Embed(string text)
    {
        lock (embedded) embedded.Add(text);
        var random = new Random(StableHash(text));
        var isBoat = text.Contains("boat") || text.Contains("contraption");
        return [.. Enumerable.Range(0, 64).Select(at => (float)(random.NextDouble() - 0.5) + (isBoat && at < 8 ? 2 : 0))];
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter));
}
