using System.Collections.Concurrent;
using Bot.Citations;
using Bot.Conversations;
using Bot.Embeddings;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>
/// Answers of the model, kept while what they were made of stays the same, so that what many ask is composed once; those who
/// ask at the same moment wait for one composition.
/// </summary>
/// <param name="isKept">Whether an answer serves later questions too; else only those asked while it is composed.</param>
internal sealed class AnswerStore(bool isKept)
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<AnswerKey, Lazy<Task<CheckedAnswer>>> answers = [];

    /// <summary>The answer kept under this key, or else the one composed now.</summary>
    /// <param name="compose">Runs to its end even if the one who asked first is gone: others may wait for it.</param>
    public async Task<CheckedAnswer> GetAsync(AnswerKey key, Func<Task<CheckedAnswer>> compose, CancellationToken stop)
    {
        if (answers.Count >= Most) answers.Clear();
        var answer = answers.GetOrAdd(key, _ => new Lazy<Task<CheckedAnswer>>(compose));
        try
        {
            var composed = await answer.Value.WaitAsync(stop);
            // What the model did not compose is tried again next time.
            if (!isKept || composed.NotByModel is not null) answers.TryRemove(KeyValuePair.Create(key, answer));
            return composed;
        }
        catch
        {
            if (answer.Value.IsCompleted) answers.TryRemove(KeyValuePair.Create(key, answer));
            throw;
        }
    }
}

/// <summary>What an answer depends on.</summary>
/// <param name="Words">Of the question, and of those before it where it does not stand alone, without regard to capitals and marks.</param>
/// <param name="Index">The documents in use: another object as soon as one changes.</param>
/// <param name="Vectors">The embeddings in use; null while none are.</param>
/// <param name="Prompt">Its hash.</param>
internal sealed record AnswerKey(string Words, Language Language, PassageIndex Index, PassageVectors? Vectors, string Prompt)
{
    public static AnswerKey Of(Question question, PassageIndex index, PassageVectors? vectors, string prompt) =>
        new(string.Join(' ', Tokenizer.Tokenize(string.Join(" ? ", question.Earlier.Select(turn => turn.Question).Append(question.Text))).Select(token => token.Word)), question.Language, index, vectors, prompt);
}
