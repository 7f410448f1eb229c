using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>How much of a question's weight a sentence covers, with what stands around it counting less the farther it is.</summary>
internal sealed class Coverage(Lexicon lexicon)
{
    private const double InQuestion = 0.9;
    private const double InNeighbour = 0.7;
    private const double InParagraph = 0.5;
    private const double InTitle = 0.7;

    /// <summary>The first sentences of a report date the rest of it, and say whom it is about.</summary>
    private const double DateInLead = 0.6;
    private const double InLead = 0.35;
    private const double InDocument = 0.25;

    /// <summary>Lighter words (do, may, please) say nothing about what is asked.</summary>
    private const double LightestPredicate = 0.3;

    /// <summary>Moscow for Russia, the Kremlin for Russia, a summit for a meeting: near, not the same thing.</summary>
    private const double Related = 0.8;

    public Covered Of(Query query, ReadSentence sentence, IReadOnlyList<ReadSentence> document, IReadOnlySet<string> title)
    {
        var covered = query.Terms.Select(term => (term, share: Of(term, query, sentence, document, title))).ToList();
        return new Covered(Share(covered), Share(covered.Where(pair => !pair.term.MustBeCovered && pair.term.Weight >= LightestPredicate)), covered.Where(pair => pair.share >= InParagraph).Select(pair => pair.term.Term).ToHashSet());
    }

    /// <param name="All">The covered share of the query's weight, in [0, 1].</param>
    /// <param name="Predicate">The covered share of what is no name, number or date: of what is asked about those.</param>
    /// <param name="Terms">The terms that the sentence or its paragraph holds.</param>
    public sealed record Covered(double All, double Predicate, IReadOnlySet<string> Terms);

    private static double Share(IEnumerable<(QueryTerm Term, double Share)> covered)
    {
        var (weight, sum) = covered.Aggregate((Weight: 0.0, Sum: 0.0), (total, pair) => (total.Weight + pair.Term.Weight, total.Sum + pair.Term.Weight * pair.Share));
        return weight == 0 ? 1 : sum / weight;
    }

    /// <summary>A day, month or year, or a figure: what is said of another one is no answer.</summary>
    public static bool IsDatePart(QueryTerm term) => term.Unit is { Kind: UnitKind.Number, Concept: null } || term.Unit.IsOf("month");

    public static bool Covers(QueryTerm term, ReadSentence sentence) =>
        Holds(term, sentence.Terms) || (term.Unit.Entity is { } asked && sentence.Units.Any(unit => unit is { Entity: { } named, IsAdjective: false } && (LiesIn(named, asked) || (!term.IsLocation && AreRelated(asked, named)))))
        || (term.Unit.Concept is { Near.Count: > 0 } concept && sentence.Units.Any(unit => unit.Concept is { } named && concept.Near.Contains(named.Id)))
        || (term.Unit.Is("person") && sentence.Units.Any(AnswerKindFit.IsPeople));

    private double Of(QueryTerm term, Query query, ReadSentence sentence, IReadOnlyList<ReadSentence> document, IReadOnlySet<string> title)
    {
        if (IsSpeaker(term, query, sentence) || Holds(term, sentence.Terms)) return 1;
        if (Covers(term, sentence)) return Related;
        var index = sentence.Sentence.Index;
        var best = 0.0;
        for (var at = Math.Max(0, index - 3); at < Math.Min(document.Count, index + 3); at++)
        {
            if (document[at].Sentence.Block != sentence.Sentence.Block || !Covers(term, document[at])) continue;
            best = Math.Max(best, Math.Abs(at - index) == 1 ? InNeighbour : InParagraph);
        }
        if (index > 0 && document[index - 1].Sentence.IsQuestion && Covers(term, document[index - 1])) best = InQuestion;
        var inLead = IsDatePart(term) ? DateInLead : InLead;
        if (best < inLead && document.Take(2).Any(lead => Covers(term, lead))) best = inLead;
        if (best < InTitle && (Holds(term, title) || (Heading(document, index) is { } heading && Holds(term, heading.Terms)))) best = InTitle;
        if (best < InDocument && term.MustBeCovered && document.Any(other => Holds(term, other.Terms))) best = InDocument;
        return best;
    }

    /// <summary>The heading the sentence stands under.</summary>
    private static ReadSentence? Heading(IReadOnlyList<ReadSentence> document, int index)
    {
        while (index >= 0 && !document[index].Sentence.IsHeading) index--;
        return index < 0 ? null : document[index];
    }

    private bool IsSpeaker(QueryTerm term, Query query, ReadSentence sentence) =>
        term.Unit.Entity is { } asked && query.Speaker?.Id == asked.Id && sentence.Claim?.Speaker.Entity is { } speaker && lexicon.SpeaksFor(speaker, asked);

    /// <summary>The term itself, or every word of the phrase it is.</summary>
    public static bool Holds(QueryTerm term, IReadOnlySet<string> terms) =>
        terms.Contains(term.Term) || (term.Unit.Parts.Count > 0 && term.Unit.Parts.All(part => terms.Contains(part.Term)));

    /// <summary>What happens in Kharkiv happens in Ukraine; not the other way round.</summary>
    private static bool LiesIn(Entity named, Entity asked) => named.Kind is EntityKind.Place && asked.Kind is EntityKind.Place && named.Side == asked.Id;

    private static bool AreRelated(Entity asked, Entity named) =>
        asked.Kind is not EntityKind.Person && named.Kind is not EntityKind.Person && (asked.SpeaksFor.Contains(named.Id) || named.SpeaksFor.Contains(asked.Id));
}
