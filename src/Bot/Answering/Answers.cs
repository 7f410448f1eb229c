using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;

namespace Bot.Answering;

/// <summary>Builds answers of what stands: numbers the sources, gathers positions, offers what is nearest.</summary>
internal static class Answers
{
    private const int MostNearest = 2;
    private const double NearlyAsNear = 0.9;

    public static CheckedAnswer Answered(Question question, CheckedDraft draft, double evidence, CorpusSnapshot corpus)
    {
        var citations = draft.Standing.SelectMany(statement => statement.Citations).Distinct().ToList();
        var statements = draft.Standing.Select(statement => new Statement(statement.Text, statement.Speaker?.Name, [.. statement.Citations.Select(citation => citations.IndexOf(citation))])).ToList();
        return new CheckedAnswer(question.Text, question.Language, AnswerStatus.Answered, evidence, statements, draft.SpeakersDisagree ? Positions(statements) : [], citations, Sources(citations, corpus), [], null, 0) { Dropped = draft.Dropped };
    }

    public static CheckedAnswer NotInSources(Question question, IReadOnlyList<WeighedSentence> sentences, CorpusSnapshot corpus)
    {
        var evidence = WeighedSentence.MostEvidence(sentences);
        var nearest = sentences.Where(sentence => sentence.Evidence >= Math.Max(EvidenceThreshold.Near, evidence * NearlyAsNear)).Take(MostNearest)
            .Select(sentence => Citation.Of(sentence.Read.Sentence)).ToList();
        return new CheckedAnswer(question.Text, question.Language, AnswerStatus.NotInSources, evidence, [], [], [], Sources(nearest, corpus), nearest, "not-in-sources", 0);
    }

    private static List<Source> Sources(IEnumerable<Citation> citations, CorpusSnapshot corpus) =>
        [.. citations.Select(citation => citation.Document).Distinct().Select((id, index) => Source.Of(index + 1, corpus.Find(id)!))];

    /// <summary>Speakers in the order they first speak; fewer than two are no positions.</summary>
    private static List<Position> Positions(List<Statement> statements)
    {
        var bySpeaker = statements.Index().Where(pair => pair.Item.Speaker is not null).GroupBy(pair => pair.Item.Speaker!).Select(group => new Position(group.Key, [.. group.Select(pair => pair.Index)])).ToList();
        return bySpeaker.Count < 2 ? [] : bySpeaker;
    }
}
