using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.Evidence;
using Bot.LanguageModels;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>Everything answers are made from, opened from the files that the settings name.</summary>
internal sealed record Library(Lexicon Lexicon, TextAnalyzer Analyzer, QueryReader Queries, PassageSearch Search, LiveIndex Index, Policy Policy, Texts Texts, AnswerPipeline Pipeline)
{
    /// <summary>Of the model; null where none is set.</summary>
    public Prompts? Prompts { get; init; }

    /// <summary>Null where no model is set.</summary>
    public ModelCalls? Calls { get; init; }

    /// <summary>Of the documents; null where no embedding model is set.</summary>
    public CorpusEmbeddings? Embeddings { get; init; }

    /// <param name="progress">Told the share of the new text that is indexed, in [0, 1].</param>
    /// <exception cref="YamlFileException">A file of the vocabulary or of the prompts cannot be used.</exception>
    public static Library Open(BotSettings settings, IProgress<double>? progress = null)
    {
        // Both cores: the two vocabularies are most of what a start reads.
        var warming = Task.Run(WarmUp.Run);
        var reading = Task.Run(() => Glossary.Load(settings.Corpus.Glossary));
        var lexicon = Lexicon.Load(settings.Corpus.Lexicon);
        var analyzer = new TextAnalyzer(lexicon, reading.GetAwaiter().GetResult());
        var queries = new QueryReader(analyzer);
        var folder = new CorpusFolder(settings.Corpus.Folder, [Path.GetFileName(settings.Corpus.Lexicon), Path.GetFileName(settings.Corpus.Glossary)]);
        var policy = Policy.Load(settings.Prompts.Folder);
        var texts = Texts.Load(settings.Prompts.Folder);
        if (policy.Rules.FirstOrDefault(rule => !texts.Keys.Contains(rule.Text)) is { } speechless)
            throw new YamlFileException($"{Path.Combine(settings.Prompts.Folder, Policy.FileName)}: the rule '{speechless.Id}' gives the text '{speechless.Text}', which texts.en.yaml does not hold");
        warming.GetAwaiter().GetResult();
        var prompts = settings.Model.Composes ? new Prompts(settings.Prompts.Folder) : null;
        var embedding = settings.Model.Embeds ? new EmbeddingModel(new HttpClient { Timeout = Timeout.InfiniteTimeSpan }, settings.Model, TimeProvider.System) : null;
        var embeddings = embedding is null ? null : new CorpusEmbeddings(embedding, EmbeddingCache.Of(settings));
        var search = new PassageSearch(embedding, embeddings);
        var readings = new Readings(analyzer);
        var (checker, opposing) = (new CitationChecker(readings, analyzer), new OpposingClaims(readings));
        var calls = prompts is null ? null : new ModelCalls(LanguageModelAdapter.Create(new HttpClient(), settings.Model), settings.Model, TimeProvider.System);
        var pipeline = new AnswerPipeline(
            policy, queries, search, new EvidenceWeigher(analyzer, readings), prompts is null || calls is null ? null : ByModel(prompts, calls), new AnswerStore(settings.Answers.Reuse), new ExtractiveComposer(opposing), checker, EvidenceThreshold.Answered);
        return new Library(lexicon, analyzer, queries, search, new LiveIndex(folder, analyzer, SavedIndex.Of(settings), progress), policy, texts, pipeline) { Prompts = prompts, Calls = calls, Embeddings = embeddings };

        CheckedComposer ByModel(Prompts prompts, ModelCalls calls) =>
            new(new StandaloneQuestions(calls, prompts, analyzer), new ModelComposer(calls, prompts, analyzer), checker, opposing, readings, settings, budget: null, TimeProvider.System);
    }

    /// <summary>The same, with what is kept of its embeddings in use, if that is all.</summary>
    /// <param name="lacking">Told how many of how many passages are embedded, where some are not.</param>
    public Library WithEmbeddings(Action<int, int> lacking)
    {
        if (Embeddings?.Load(Index.Current.Corpus) is var (embedded, passages) && embedded < passages) lacking(embedded, passages);
        return this;
    }
}
