using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>Finds the other side: claims of other speakers that contradict those chosen, near them in the same document.</summary>
internal sealed class OpposingClaims(Readings readings)
{
    private const int Reach = 3;

    /// <summary>The chosen sentences and, behind them, those that stand against them; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<ReadSentence> Beside(Query query, IReadOnlyList<ReadSentence> chosen, int most)
    {
        if (query.AsksForStatement || query.Kind is AnswerKind.Date or AnswerKind.Place or AnswerKind.Identity) return chosen;
        var all = chosen.ToList();
        for (var at = 0; at < all.Count && all.Count < most; at++)
        {
            if (all[at].Claim is null) continue;
            foreach (var other in Around(all[at]).Where(other => !all.Contains(other) && Contradicts(query, all[at], other)))
            {
                if (all.Count < most) all.Add(other);
            }
        }
        return all;
    }

    /// <summary>Whether speakers among these disagree, so that their words belong side by side.</summary>
    public static bool AreIn(IReadOnlyList<ReadSentence> sentences)
    {
        var claims = sentences.Where(sentence => sentence.Claim is not null).ToList();
        return claims.Exists(one => claims.Exists(other => Speak(one, other) && (one.Opposes || other.Opposes || OnOtherSides(one, other))));
    }

    private IEnumerable<ReadSentence> Around(ReadSentence sentence)
    {
        var document = readings.Of(sentence.Sentence.Document);
        var index = sentence.Sentence.Index;
        return Enumerable.Range(index - Reach, 2 * Reach + 1).Where(at => at >= 0 && at < document.Count && at != index).Select(at => document[at]).OrderBy(other => Math.Abs(other.Sentence.Index - index));
    }

    private static bool Contradicts(Query query, ReadSentence sentence, ReadSentence other)
    {
        if (other.Sentence.IsHeading || other.Claim is null || !Speak(sentence, other)) return false;
        var next = Math.Abs(other.Sentence.Index - sentence.Sentence.Index) == 1 && other.Sentence.Block == sentence.Sentence.Block;
        var later = sentence.Sentence.Index < other.Sentence.Index ? other : sentence;
        if (next && later.OpensWithContrast) return true;
        // The speaker a contradiction refers to: "…, who referred to Lavrov’s statements. Lavrov had emphasized …"
        if (next && sentence.Opposes && sentence.Names.Any(name => name.Speaker.Key == other.Claim.Speaker.Key)) return true;
        return (sentence.Opposes || other.Opposes || OnOtherSides(sentence, other)) && SharesPoint(query, other);
    }

    private static bool SharesPoint(Query query, ReadSentence other)
    {
        var content = query.Terms.Where(term => term.Weight >= 0.6).ToList();
        return content.Count > 0 && content.Where(term => other.Terms.Contains(term.Term)).Sum(term => term.Weight) >= 0.4 * content.Sum(term => term.Weight);
    }

    private static bool Speak(ReadSentence one, ReadSentence other) => one.Claim!.Speaker.Key != other.Claim!.Speaker.Key;

    private static bool OnOtherSides(ReadSentence one, ReadSentence other) =>
        one.Claim?.Speaker.Entity?.Side is { } side && other.Claim?.Speaker.Entity?.Side is { } otherSide && side != otherSide;
}
