using System.Diagnostics;
using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>A question to an answer: the one way there, for the chat, the page, the command line and the evaluation.</summary>
internal sealed class AnswerPipeline(
    Policy policy, QueryReader queries, EvidenceWeigher evidence, ExtractiveComposer composer, CitationChecker checker, double threshold)
{
    private const int PassagesRead = 20;

    public static AnswerPipeline Of(TextAnalyzer analyzer, QueryReader queries, Policy policy, double threshold)
    {
        var readings = new Readings(analyzer);
        return new AnswerPipeline(
            policy, queries, new EvidenceWeigher(analyzer, readings),
            new ExtractiveComposer(new OpposingClaims(readings)), new CitationChecker(readings), threshold);
    }

    public CheckedAnswer Answer(Question question, PassageIndex index)
    {
        var started = Stopwatch.GetTimestamp();
        return Decide(question, index) with { ElapsedMilliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    /// <summary>The sentences an answer would be composed of, best first, whether or not they are good enough to be shown.</summary>
    public IReadOnlyList<WeighedSentence> Rank(Question question, PassageIndex index)
    {
        if (policy.RuleFor(question.Text) is not null) return [];
        var query = queries.Read(question, index);
        return query.AsksNothing ? [] : evidence.Weigh(query, index.Rank(query.SearchTerms, PassagesRead), index);
    }

    private CheckedAnswer Decide(Question question, PassageIndex index)
    {
        if (policy.RuleFor(question.Text) is { } rule) return CheckedAnswer.WithoutSources(question.Text, question.Language, rule.Status, rule.Text);

        var query = queries.Read(question, index);
        if (query.AsksNothing) return CheckedAnswer.WithoutSources(question.Text, question.Language, AnswerStatus.NotAQuestion, "nothing-asked");

        var passages = index.Rank(query.SearchTerms, PassagesRead);
        var sentences = evidence.Weigh(query, passages, index);
        var best = WeighedSentence.MostEvidence(sentences);
        if (best < threshold) return Answers.NotInSources(question, sentences, index.Corpus);

        var draft = composer.Compose(query, sentences, threshold);
        var answer = checker.Check(draft, [.. passages.Select(ranked => ranked.Passage)]);
        if (answer.Standing.Count == 0) return Answers.NotInSources(question, sentences, index.Corpus);

        return Answers.Answered(question, answer, best, index.Corpus);
    }
}
