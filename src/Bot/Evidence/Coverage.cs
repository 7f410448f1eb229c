using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>How much of a question's weight a sentence covers, with what stands around it counting less the farther it is.</summary>
internal sealed class Coverage(Lexicon lexicon)
{
    private const double InNeighbour = 0.7;
    private const double InParagraph = 0.5;
    private const double InTitle = 0.5;
    private const double InDocument = 0.25;

    /// <summary>Moscow for Russia, the Kremlin for Russia: the same side, not the same thing.</summary>
    private const double Related = 0.8;

    /// <summary>The covered share of the query's weight, in [0, 1].</summary>
    public double Of(Query query, ReadSentence sentence, IReadOnlyList<ReadSentence> document, IReadOnlySet<string> title)
    {
        var total = query.Terms.Sum(term => term.Weight);
        return total == 0 ? 0 : query.Terms.Sum(term => term.Weight * Of(term, query, sentence, document, title)) / total;
    }

    public static bool Covers(QueryTerm term, ReadSentence sentence) =>
        sentence.Terms.Contains(term.Term) || (term.Unit.Entity is { } asked && sentence.Units.Any(unit => unit.Entity is { } named && AreRelated(asked, named)));

    private double Of(QueryTerm term, Query query, ReadSentence sentence, IReadOnlyList<ReadSentence> document, IReadOnlySet<string> title)
    {
        if (IsSpeaker(term, query, sentence) || sentence.Terms.Contains(term.Term)) return 1;
        if (Covers(term, sentence)) return Related;
        var index = sentence.Sentence.Index;
        var best = 0.0;
        // Names and topics carry over from sentence to sentence; a verb or a number belongs to its own.
        var carries = term.Unit.Kind is not UnitKind.Number;
        for (var at = Math.Max(0, index - 3); carries && at < Math.Min(document.Count, index + 3); at++)
        {
            if (document[at].Sentence.Block != sentence.Sentence.Block || !Covers(term, document[at])) continue;
            best = Math.Max(best, Math.Abs(at - index) == 1 ? InNeighbour : InParagraph);
        }
        if (best < InTitle && title.Contains(term.Term)) best = InTitle;
        if (best < InDocument && term.MustBeCovered && document.Any(other => other.Terms.Contains(term.Term))) best = InDocument;
        return best;
    }

    private bool IsSpeaker(QueryTerm term, Query query, ReadSentence sentence) =>
        term.Unit.Entity is { } asked && query.Speaker?.Id == asked.Id && sentence.Claim?.Speaker.Entity is { } speaker && lexicon.SpeaksFor(speaker, asked);

    private static bool AreRelated(Entity asked, Entity named) =>
        asked.Kind is not EntityKind.Person && named.Kind is not EntityKind.Person && (asked.Side == named.Id || named.Side == asked.Id);
}
