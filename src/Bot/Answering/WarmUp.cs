using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.Evidence;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>
/// Answers a question of its own while the vocabularies load, so that the runtime has compiled the way of an answer before
/// the first person asks: 50 ms of the first answer otherwise.
/// </summary>
internal static class WarmUp
{
    private const string Names = """
        - { id: ada, kind: person, name: { en: Ada Bell, uk: Ада Белл, ru: Ада Белл }, side: here, forms: { en: [Ada Bell, Bell], uk: [Белл*], ru: [Белл*] } }
        - { id: here, kind: place, name: { en: Here, uk: Тут, ru: Тут }, forms: { en: [Hereland], uk: [Тутія], ru: [Тутия] } }
        """;

    private const string Words = """
        - { id: who, group: question, en: [who], uk: [хто], ru: [кто] }
        - { id: say, group: reporting, en: [say, said], uk: [каза*, сказа*], ru: [сказа*] }
        - { id: reject, group: refusing, en: [reject], uk: [відкин*], ru: [отверг*] }
        - { id: bridge, group: places, en: [bridge], uk: [міст], ru: [мост] }
        - { id: two, group: number, value: 2, en: [two], uk: [два], ru: [два] }
        """;

    private const string Report = """
        Two bridges

        Ada Bell of Hereland said that two bridges fell on 4 May. “Both fell,” said Bell. However, Carl Dorn rejected it: “No bridge fell.” He said so twice.
        Мер Орлен Тік сказав, що міст упав.
        """;

    public static void Run()
    {
        var analyzer = new TextAnalyzer(Lexicon.Read(YamlFile.Parse("names", Names)), Glossary.Read(YamlFile.Parse("words", Words)));
        var index = new Indexer(analyzer).Index(new CorpusSnapshot([DocumentFile.Build("report", new DocumentMetadata(), Report)], []));
        var readings = new Readings(analyzer);
        var pipeline = new AnswerPipeline(new Policy([]), new QueryReader(analyzer), new PassageSearch(), new EvidenceWeigher(analyzer, readings), null, new AnswerStore(isKept: false), new ExtractiveComposer(new OpposingClaims(readings)), new CitationChecker(readings, analyzer), EvidenceThreshold.Answered);
        foreach (var question in (ReadOnlySpan<string>)["Who said that two bridges fell in Herelnd?", "Хто сказав про міст?"]) pipeline.AnswerAsync(Question.Of(question), index).GetAwaiter().GetResult();
    }
}
