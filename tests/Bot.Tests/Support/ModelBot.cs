using Bot.Answering;
using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.Evidence;
using Bot.LanguageModels;
using ModelApi.Simulator;

namespace Bot.Tests.Support;

/// <summary>The bot with a scripted language model, over real HTTP.</summary>
internal sealed class ModelBot : IAsyncDisposable
{
    private readonly ModelCalls calls;

    private ModelBot(ModelServer server, ModelSettings settings, LimitsSettings limits, TimeProvider clock)
    {
        Server = server;
        var (library, readings) = (Repository.Library, new Readings(Repository.Library.Analyzer));
        var prompts = new Prompts(Repository.At("prompts"));
        var (checker, opposing) = (new CitationChecker(readings, library.Analyzer), new OpposingClaims(readings));
        calls = new ModelCalls(LanguageModelAdapter.Create(new HttpClient(), settings), settings, clock);
        var composer = new CheckedComposer(new StandaloneQuestions(calls, prompts, library.Analyzer), new ModelComposer(calls, prompts, library.Analyzer), checker, opposing, readings, new BotSettings { Model = settings, Limits = limits }, budget: null, clock);
        Pipeline = new AnswerPipeline(library.Policy, library.Queries, new PassageSearch(), new EvidenceWeigher(library.Analyzer, readings), composer, new AnswerStore(isKept: true), new ExtractiveComposer(opposing), checker, EvidenceThreshold.Answered);
    }

    public ModelServer Server { get; }

    public AnswerPipeline Pipeline { get; }

    /// <summary>With the seed document, answered by the model.</summary>
    public Library Library => Repository.Library with { Pipeline = Pipeline };

    public static async Task<ModelBot> StartAsync(Func<ChatRequest, ModelReply> script, ModelSettings? settings = null, TimeProvider? clock = null, LimitsSettings? limits = null)
    {
        var server = await ModelServer.StartAsync(script);
        return new ModelBot(server, (settings ?? new ModelSettings()) with { Endpoint = server.Endpoint, Name = server.ChatModel, ApiKey = server.ApiKey }, limits ?? new LimitsSettings(), clock ?? TimeProvider.System);
    }

    /// <summary>The answer to a question asked of these documents alone.</summary>
    public Task<CheckedAnswer> AnswerAsync(string question, params Document[] documents) => Pipeline.AnswerAsync(Question.Of(question), Some.Index(documents));

    public async ValueTask DisposeAsync()
    {
        calls.Dispose();
        await Server.DisposeAsync();
    }
}
