using Bot.Attribution;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>Finds the other side: claims of other speakers that contradict those chosen, near them in the same document.</summary>
internal sealed class OpposingClaims(Readings readings)
{
    private const int Reach = 3;
    private const double LightWord = 0.2;

    /// <summary>Evidence of the other side, as a share of the best: less is about something else.</summary>
    private const double NearBest = 0.45;

    /// <summary>The chosen sentences and, behind them, those that stand against them; at most <paramref name="most"/>.</summary>
    /// <param name="weighed">What other sentences have of the question's evidence.</param>
    public IReadOnlyList<ReadSentence> Beside(Query query, IReadOnlyList<ReadSentence> chosen, IReadOnlyList<WeighedSentence> weighed, int most)
    {
        if (!HasSides(query)) return chosen;
        var onPoint = weighed.Where(sentence => sentence.Evidence >= NearBest * WeighedSentence.MostEvidence(weighed)).Select(sentence => sentence.Read.Sentence).ToHashSet();
        var all = chosen.ToList();
        all.AddRange(OthersNamed(query, chosen, weighed).Take(most - all.Count));
        for (var at = 0; at < all.Count && all.Count < most; at++)
        {
            if (all[at].Claim is null) continue;
            foreach (var other in Around(all[at]).Where(other => !all.Contains(other) && Contradicts(query, all[at], other, onPoint)))
            {
                if (all.Count < most) all.Add(other);
            }
        }
        return all;
    }

    /// <summary>Of each speaker that the question names and none of the chosen sentences has, the best sentence.</summary>
    private static IEnumerable<ReadSentence> OthersNamed(Query query, IReadOnlyList<ReadSentence> chosen, IReadOnlyList<WeighedSentence> weighed) =>
        weighed.Where(sentence => sentence.Evidence >= NearBest * WeighedSentence.MostEvidence(weighed)).Select(sentence => sentence.Read)
            .Where(sentence => sentence.Claim is { } claim && query.Names(claim.Speaker.Key) && !chosen.Any(own => own.Claim?.Speaker.Key == claim.Speaker.Key))
            .DistinctBy(sentence => sentence.Claim!.Speaker.Key);

    /// <summary>When and where something is, who somebody is, and what one person said, have no two sides.</summary>
    private static bool HasSides(Query query) => !query.AsksForStatement && query.Kind is not (AnswerKind.Date or AnswerKind.Place or AnswerKind.Identity) && !IsAboutAnOffice(query);

    /// <summary>"Who is the spokesperson?", "Is Lavrov the spokesperson?" have no two sides.</summary>
    private static bool IsAboutAnOffice(Query query) => query.Kind switch
    {
        AnswerKind.Person => query.Terms.Any(term => term.Unit.IsOf("politics")),
        AnswerKind.YesOrNo => query.Terms.Where(term => !term.MustBeCovered && term.Weight > LightWord).ToList() is { Count: > 0 } asked && asked.TrueForAll(term => term.Unit.IsOf("politics")),
        _ => false,
    };

    /// <summary>Whether speakers among these disagree, so that their words belong side by side.</summary>
    public bool AreIn(Query query, IReadOnlyList<ReadSentence> sentences)
    {
        if (!HasSides(query)) return false;
        var claims = sentences.Where(sentence => sentence.Claim is not null).ToList();
        return claims.Exists(one => claims.Exists(other => Speak(one, other)
            && (OpposesOnTheWay(one, other) || CountDifferently(query, one, other) || (query.Names(one.Claim!.Speaker.Key) && query.Names(other.Claim!.Speaker.Key)))));
    }

    /// <summary>"Resident Bram Holloway disagreed." between two claims, or either of them, says that they contradict.</summary>
    private bool OpposesOnTheWay(ReadSentence one, ReadSentence other)
    {
        if (one.Sentence.Document != other.Sentence.Document) return one.Opposes || other.Opposes;
        // "However" stands against what comes before it, not against what follows.
        if ((one.Sentence.Index < other.Sentence.Index ? other : one).Opposes) return true;
        var (first, last) = (Math.Min(one.Sentence.Index, other.Sentence.Index), Math.Max(one.Sentence.Index, other.Sentence.Index));
        return last - first <= Reach && readings.Of(one.Sentence.Document).Skip(first + 1).Take(last - first - 1).Any(between => between.Opposes && between.Claim is not null);
    }

    private IEnumerable<ReadSentence> Around(ReadSentence sentence)
    {
        var document = readings.Of(sentence.Sentence.Document);
        var index = sentence.Sentence.Index;
        return Enumerable.Range(index - Reach, 2 * Reach + 1).Where(at => at >= 0 && at < document.Count && at != index).Select(at => document[at]).OrderBy(other => Math.Abs(other.Sentence.Index - index));
    }

    private bool Contradicts(Query query, ReadSentence sentence, ReadSentence other, HashSet<Sentence> onPoint)
    {
        if (other.Sentence.IsHeading || other.Claim is null || !Speak(sentence, other)) return false;
        var next = Math.Abs(other.Sentence.Index - sentence.Sentence.Index) == 1 && other.Sentence.Block == sentence.Sentence.Block;
        var later = sentence.Sentence.Index < other.Sentence.Index ? other : sentence;
        if (next && later.OpensWithContrast) return true;
        // The speaker a contradiction refers to: "…, who referred to Lavrov’s statements. Lavrov had emphasized …"
        if (next && sentence.Opposes && sentence.Names.Any(name => name.Speaker.Key == other.Claim.Speaker.Key)) return true;
        if (later.Opposes && NothingBetween(sentence, other)) return true;
        if (query.Names(sentence.Claim!.Speaker.Key) && query.Names(other.Claim.Speaker.Key)) return true;
        return CountDifferently(query, sentence, other) || ((later.Opposes || OnOtherSides(sentence, other)) && onPoint.Contains(other.Sentence));
    }

    /// <summary>No third speaker stands between a claim and what may contradict it.</summary>
    private bool NothingBetween(ReadSentence sentence, ReadSentence other)
    {
        var (first, last) = (Math.Min(sentence.Sentence.Index, other.Sentence.Index), Math.Max(sentence.Sentence.Index, other.Sentence.Index));
        var earlier = first == sentence.Sentence.Index ? sentence : other;
        return readings.Of(sentence.Sentence.Document).Skip(first + 1).Take(last - first - 1).All(between => between.Claim?.Speaker.Key == earlier.Claim!.Speaker.Key);
    }

    private static bool CountDifferently(Query query, ReadSentence one, ReadSentence other)
    {
        if (query.Kind is not AnswerKind.Quantity) return false;
        var (some, others) = (Numbers(one), Numbers(other));
        return some.Count > 0 && others.Count > 0 && !some.SetEquals(others) && AnswerKindFit.Of(query, one) >= AnswerKindFit.Fits && AnswerKindFit.Of(query, other) >= AnswerKindFit.Fits;
    }

    private static HashSet<string> Numbers(ReadSentence sentence) => [.. sentence.Units.Where(unit => unit.Kind is UnitKind.Number).Select(unit => unit.Term)];

    private static bool Speak(ReadSentence one, ReadSentence other) => one.Claim!.Speaker.Key != other.Claim!.Speaker.Key;

    private static bool OnOtherSides(ReadSentence one, ReadSentence other) =>
        one.Claim?.Speaker.Entity?.Side is { } side && other.Claim?.Speaker.Entity?.Side is { } otherSide && side != otherSide;
}
