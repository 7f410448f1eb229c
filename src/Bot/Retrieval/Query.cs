using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What kind of thing would answer a question.</summary>
internal enum AnswerKind
{
    /// <summary>Any statement on what was asked: what, which, how, and keywords.</summary>
    Fact,
    YesOrNo,
    Person,

    /// <summary>Who somebody is: a sentence that gives the name with its office.</summary>
    Identity,
    Date,
    Place,
    Quantity,
    Duration,
    Reason,
}

/// <summary>A term of a question and how much of the question it carries.</summary>
/// <param name="Weight">1 for a common content word; names and numbers weigh more, light words little.</param>
/// <param name="MustBeCovered">A name or number: a document that does not hold it cannot answer.</param>
/// <param name="IsLocation">A place that is gone to or been at ("to Kyiv"), and so does not stand for its country.</param>
internal sealed record QueryTerm(Unit Unit, double Weight, bool MustBeCovered, bool IsLocation = false)
{
    public string Term => Unit.Term;
}

/// <summary>A question as search terms, and what would answer it.</summary>
/// <param name="Speaker">Whose words are asked for; null where anybody's will do.</param>
/// <param name="UnknownSpeaker">The name of whose words are asked for, where the lexicon does not know it.</param>
/// <param name="Text">As it was asked, behind the question before where it leans on that.</param>
internal sealed record Query(AnswerKind Kind, IReadOnlyList<QueryTerm> Terms, Entity? Speaker, string? UnknownSpeaker, string Text)
{
    public bool AsksForStatement => Speaker is not null || UnknownSpeaker is not null;

    /// <summary>Whether it is one of the terms.</summary>
    public bool Asks(string term)
    {
        for (var at = 0; at < Terms.Count; at++)
        {
            if (Terms[at].Term == term) return true;
        }
        return false;
    }

    /// <summary>Whether a speaker is named in it, by the key speakers are compared by.</summary>
    public bool Names(string speaker) => Terms.Any(term => term.Term == speaker || term.Unit.Entity?.Id == speaker);

    /// <summary>Nothing in it could be looked up: "What did he say?", of nobody known, could be answered with any words of anybody's.</summary>
    public bool AsksNothing => !AsksForStatement && !Terms.Any(term => term.Weight >= 0.3 && !term.Unit.IsOf("reporting"));

    /// <summary>What passages are ranked by; see <see cref="RankingParameters"/>.</summary>
    public IEnumerable<(string Term, double Weight)> SearchTerms => Terms.SelectMany(SearchTermsOf);

    /// <summary>What share of it, by weight, any document holds a word or the meaning of; 1 where nothing weighs.</summary>
    public double ShareKnownTo(PassageIndex index)
    {
        var all = Terms.Sum(term => term.Weight);
        return all == 0 ? 1 : Terms.Where(term => index.Holds(term.Term) || term.Unit.Wording.Any(index.Holds)).Sum(term => term.Weight) / all;
    }

    private static IEnumerable<(string Term, double Weight)> SearchTermsOf(QueryTerm term)
    {
        var weight = Math.Pow(term.Weight, RankingParameters.Evenness);
        yield return (term.Term, term.Unit.Wording.Count > 0 ? weight * RankingParameters.Meaning : weight);
        foreach (var word in term.Unit.Wording) yield return (word, weight * RankingParameters.Wording);
        if (term.Unit.Frame is { } frame) yield return (frame, weight * RankingParameters.Frame);
        foreach (var narrower in term.Unit.Concept?.Near ?? []) yield return ("#" + narrower, weight * RankingParameters.Narrower);
    }
}
