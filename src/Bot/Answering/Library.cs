using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>Everything answers are made from, opened from the files that the settings name.</summary>
internal sealed record Library(Lexicon Lexicon, TextAnalyzer Analyzer, LiveIndex Index, Policy Policy, Texts Texts, AnswerPipeline Pipeline)
{
    public QueryReader Queries => new(Analyzer, new SpellingCorrection(Analyzer));

    /// <exception cref="YamlFileException">A file of the vocabulary or of the prompts cannot be used.</exception>
    public static Library Open(BotSettings settings)
    {
        // Both cores: the two vocabularies are most of what a start reads.
        var warming = Task.Run(WarmUp.Run);
        var reading = Task.Run(() => Glossary.Load(settings.Corpus.Glossary));
        var lexicon = Lexicon.Load(settings.Corpus.Lexicon);
        var analyzer = new TextAnalyzer(lexicon, reading.GetAwaiter().GetResult());
        var folder = new CorpusFolder(settings.Corpus.Folder, [Path.GetFileName(settings.Corpus.Lexicon), Path.GetFileName(settings.Corpus.Glossary)]);
        var policy = Policy.Load(settings.Prompts.Folder);
        warming.GetAwaiter().GetResult();
        return new Library(lexicon, analyzer, new LiveIndex(folder, analyzer), policy, Texts.Load(settings.Prompts.Folder), AnswerPipeline.Of(analyzer, policy, EvidenceThreshold.Answered));
    }

    /// <summary>The same pipeline, silent below another threshold.</summary>
    public AnswerPipeline PipelineAt(double threshold) => AnswerPipeline.Of(Analyzer, Policy, threshold);
}
