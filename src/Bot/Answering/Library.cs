using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.LanguageModels;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>Everything answers are made from, opened from the files that the settings name.</summary>
internal sealed record Library(Lexicon Lexicon, TextAnalyzer Analyzer, QueryReader Queries, LiveIndex Index, Policy Policy, Texts Texts, AnswerPipeline Pipeline)
{
    /// <summary>Of the model; null where none is set.</summary>
    public Prompts? Prompts { get; init; }

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
        var prompts = settings.Model.IsSet ? new Prompts(settings.Prompts.Folder) : null;
        var readings = new Readings(analyzer);
        var (checker, opposing) = (new CitationChecker(readings, analyzer), new OpposingClaims(readings));
        var pipeline = new AnswerPipeline(
            policy, queries, new EvidenceWeigher(analyzer, readings), prompts is null ? null : ByModel(prompts), new AnswerStore(settings.Answers.Reuse), new ExtractiveComposer(opposing), checker, EvidenceThreshold.Answered);
        return new Library(lexicon, analyzer, queries, new LiveIndex(folder, analyzer, SavedIndex.Of(settings), progress), policy, texts, pipeline) { Prompts = prompts };

        CheckedComposer ByModel(Prompts prompts)
        {
            var calls = new ModelCalls(LanguageModelAdapter.Create(new HttpClient(), settings.Model), settings.Model, TimeProvider.System);
            return new CheckedComposer(new StandaloneQuestions(calls, prompts, analyzer), new ModelComposer(calls, prompts, analyzer), checker, opposing, readings, settings, budget: null, TimeProvider.System);
        }
    }
}
