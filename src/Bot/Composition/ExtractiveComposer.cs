using Bot.Attribution;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>Composes an answer of verbatim sentences: those with the best evidence, without repetition, and where a speaker is contradicted, the other side beside it.</summary>
internal sealed class ExtractiveComposer(OpposingClaims opposing)
{
    private const int MostStatements = 5;
    private const int MostOwnStatements = 3;
    private const int MostForOneThing = 2;
    private const double NearBest = 0.85;
    private const double Repetition = 0.6;

    /// <param name="sentences">Best first; at least one.</param>
    /// <param name="threshold">Evidence below which a sentence answers nothing.</param>
    public Draft Compose(Query query, IReadOnlyList<WeighedSentence> sentences, double threshold)
    {
        var chosen = Choose(query, sentences, threshold);
        var all = opposing.Beside(query, chosen, sentences, MostStatements);
        return new Draft([.. all.Select(State)], opposing.AreIn(query, all));
    }

    /// <summary>Whether what these sentences say is said by speakers who contradict each other.</summary>
    public bool Disagree(Query query, IReadOnlyList<WeighedSentence> sentences) => opposing.AreIn(query, [.. sentences.Select(sentence => sentence.Read)]);

    private static List<ReadSentence> Choose(Query query, IReadOnlyList<WeighedSentence> sentences, double threshold)
    {
        var enough = Math.Max(threshold, WeighedSentence.MostEvidence(sentences) * NearBest);
        var answering = sentences.Where(sentence => sentence.Evidence >= enough).ToList();
        var best = answering[0];
        var most = query.Kind is AnswerKind.Date or AnswerKind.Place or AnswerKind.Quantity or AnswerKind.Duration or AnswerKind.Identity or AnswerKind.Person ? MostForOneThing : MostOwnStatements;
        var chosen = new List<ReadSentence> { best.Read };
        foreach (var next in answering.Skip(1))
        {
            if (chosen.Count == most) break;
            if ((next.FitsKind || !best.FitsKind) && !chosen.Exists(earlier => Repeats(earlier, next.Read))) chosen.Add(next.Read);
        }
        return chosen;
    }

    private static bool Repeats(ReadSentence earlier, ReadSentence later)
    {
        if (earlier.Claim?.Speaker.Key != later.Claim?.Speaker.Key) return earlier.Sentence.Text == later.Sentence.Text;
        var shared = earlier.Terms.Intersect(later.Terms).Count();
        return shared >= Repetition * Math.Min(earlier.Terms.Count, later.Terms.Count);
    }

    private static DraftStatement State(ReadSentence read) => new(read.Sentence.Text, [Citation.Of(read.Sentence)], read.Claim?.Speaker);
}
