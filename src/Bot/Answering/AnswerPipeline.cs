using System.Diagnostics;
using Bot.Citations;
using Bot.Composition;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Embeddings;
using Bot.Evidence;
using Bot.LanguageModels;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>A question to an answer: the one way there, for the chat, the page, the command line and the evaluation.</summary>
/// <param name="model">Composes where a language model is configured; null where none is.</param>
internal sealed class AnswerPipeline(
    Policy policy, QueryReader queries, PassageSearch search, EvidenceWeigher evidence, CheckedComposer? model, AnswerStore store, ExtractiveComposer extractive, CitationChecker checker, double threshold)
{
    private const int PassagesRead = 20;
    private const int PassagesForModel = 8;

    /// <summary>The same, of verbatim sentences.</summary>
    public AnswerPipeline WithoutModel() => new(policy, queries, search, evidence, null, store, extractive, checker, threshold);

    /// <summary>The same, its model held to a budget.</summary>
    public AnswerPipeline Within(TokenBudget budget) => new(policy, queries, search, evidence, model?.Within(budget), store, extractive, checker, threshold);

    /// <param name="onPart">Told the answer so far: empty when the model begins to compose it, and each time another statement has passed the checker.</param>
    public async Task<CheckedAnswer> AnswerAsync(Question question, PassageIndex index, Action<CheckedAnswer>? onPart = null, CancellationToken stop = default)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = model is null ? await DecideAsync(question, index, _ => { }, stop) : await AskModelAsync(model, question, index, onPart ?? (_ => { }), stop);
        return answer with { Question = question.Text, ElapsedMilliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    /// <summary>The sentences an answer would be composed of, best first, whether or not they are good enough to be shown.</summary>
    public async Task<IReadOnlyList<WeighedSentence>> RankAsync(Question question, PassageIndex index, CancellationToken stop = default)
    {
        if (policy.RuleFor(question.Text) is not null) return [];
        var query = queries.Read(question, index);
        return query.AsksNothing ? [] : evidence.Weigh(query, await search.RankAsync(query, index, PassagesRead, stop), index);
    }

    private async Task<CheckedAnswer> AskModelAsync(CheckedComposer model, Question question, PassageIndex index, Action<CheckedAnswer> onPart, CancellationToken stop)
    {
        var asked = policy.RuleFor(question.Text) is null ? await model.StandAloneAsync(question, stop) : question;
        return await store.GetAsync(AnswerKey.Of(asked, index, search.Vectors, model.Prompt), () => DecideAsync(asked, index, onPart, CancellationToken.None), stop);
    }

    private async Task<CheckedAnswer> DecideAsync(Question question, PassageIndex index, Action<CheckedAnswer> onPart, CancellationToken stop)
    {
        if (policy.RuleFor(question.Text) is { } rule) return CheckedAnswer.WithoutSources(question.Text, question.Language, rule.Status, rule.Text);

        var query = queries.Read(question, index);
        if (query.AsksNothing) return CheckedAnswer.WithoutSources(question.Text, question.Language, AnswerStatus.NotAQuestion, "nothing-asked");

        var ranked = await search.RankAsync(query, index, PassagesRead, stop);
        var passages = ranked.Select(found => found.Passage).ToList();
        var sentences = evidence.Weigh(query, ranked, index);
        var best = WeighedSentence.MostEvidence(sentences);
        if (best < threshold) return Silence();

        if (model is not null) onPart(Answer(CheckedDraft.Empty));
        var composed = model is null ? null : await model.ComposeAsync(question, query, [.. passages.Take(PassagesForModel)], part => onPart(Answer(part)), stop);
        if (composed is { Fault: null }) return (composed.Draft.Standing.Count > 0 ? Answer(WithRefused(composed.Draft)) : Silence()) with { ByModel = composed.Run };

        var draft = checker.Check(extractive.Compose(query, sentences, threshold), passages, question.Language);
        var answer = draft.Standing.Count > 0 ? Answer(draft) : Silence();
        return composed is null ? answer : answer with { NotByModel = composed.Fault, Dropped = composed.Draft.Dropped };

        CheckedAnswer Answer(CheckedDraft standing) => Answers.Answered(question, standing, best, index.Corpus);

        // What was dropped of a draft is given in the source's own words, lest one side alone be heard.
        CheckedDraft WithRefused(CheckedDraft standing)
        {
            var left = sentences.Where(sentence => sentence.Evidence >= threshold && standing.Refused.Select(refused => refused.Statement).Any(Cites(sentence)) && !standing.Standing.Any(Cites(sentence))).ToList();
            if (left.Count == 0) return standing;
            var verbatim = checker.Check(extractive.Compose(query, left, threshold), passages, question.Language);
            // The other side of a claim comes with it, and may stand already in the model's words.
            var cited = sentences.Where(sentence => standing.Standing.Any(Cites(sentence))).Select(sentence => sentence.Read.Sentence.Text).ToHashSet();
            IReadOnlyList<DraftStatement> all = [.. standing.Standing, .. verbatim.Standing.Where(statement => !cited.Contains(statement.Text))];
            return standing with { Standing = all, SpeakersDisagree = extractive.Disagree(query, [.. sentences.Where(sentence => all.Any(Cites(sentence)))]) };
        }

        static Func<DraftStatement, bool> Cites(WeighedSentence sentence) => statement => statement.Citations.Any(citation =>
            citation.Document == sentence.Read.Sentence.Document.Id && citation.Start <= sentence.Read.Sentence.Span.Start && citation.End >= sentence.Read.Sentence.Span.End);

        CheckedAnswer Silence() => Answers.NotInSources(question, sentences, index.Corpus);
    }
}
