using Bot.Answering;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evaluation;

/// <summary>Answers cases as the bot would.</summary>
internal sealed class CaseRunner(Library library)
{
    private readonly Dictionary<string, PassageIndex> indexes = [];

    public async Task<CaseResult> RunAsync(Case one, CancellationToken stop = default)
    {
        var question = Question.Of(one.Question);
        if (one.Language is { } language) question = question with { Language = language };
        var index = one.Documents is { } documents ? IndexOf(documents) : library.Index.Current;
        var answer = await library.Pipeline.AnswerAsync(question, index, stop: stop);
        return new CaseResult(one, answer, one.Expect.Failures(answer), await library.Pipeline.RankAsync(question, index, stop));
    }

    /// <summary>Cases that share their documents share an index.</summary>
    private PassageIndex IndexOf(IReadOnlyList<Document> documents)
    {
        var key = string.Join('\n', documents.Select(document => document.Id + document.ContentHash));
        if (!indexes.TryGetValue(key, out var index)) indexes[key] = index = new Indexer(library.Analyzer).Index(new CorpusSnapshot(documents, []));
        return index;
    }
}
