using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>How often the terms of a query stand in sentences; each sentence is counted once, however many passages it is in.</summary>
internal sealed class TermCounts(Query query, Readings readings)
{
    private readonly HashSet<string> asked = [.. query.SearchTerms.Select(search => search.Term), .. query.Terms.SelectMany(term => term.Unit.Parts).Select(part => part.Term)];
    private readonly Dictionary<Sentence, Dictionary<string, int>> counted = new(ReferenceEqualityComparer.Instance);

    /// <summary>Those that stand there, with how often.</summary>
    public IReadOnlyDictionary<string, int> In(Sentence sentence)
    {
        if (!counted.TryGetValue(sentence, out var counts)) counted[sentence] = counts = Terms(sentence).Where(asked.Contains).CountBy(term => term).ToDictionary();
        return counts;
    }

    /// <summary>How many terms the sentence has, asked or not.</summary>
    public int Length(Sentence sentence) => Terms(sentence).Count;

    private IReadOnlyList<string> Terms(Sentence sentence) => readings.Of(sentence.Document)[sentence.Index].IndexTerms;
}
