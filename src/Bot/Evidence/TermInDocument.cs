using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>
/// How much the sentences of a document say of one term of a question, with what stands around them counting less the
/// farther it is. A sentence is looked at once, however many others it stands around.
/// </summary>
/// <param name="terms">What the index knows of the document.</param>
internal sealed class TermInDocument(QueryTerm term, Query query, IReadOnlyList<ReadSentence> document, DocumentTerms terms, Lexicon lexicon)
{
    private const double InQuestion = 0.9;

    /// <summary>In the sentence before, where this one says "it" or "these forces": it speaks of what that one names.</summary>
    private const double InAntecedent = 0.9;
    public const double InNeighbour = 0.7;
    public const double InParagraph = 0.5;
    private const double InTitle = 0.7;

    /// <summary>The first sentences of a report date the rest of it, and say whom it is about.</summary>
    private const double DateInLead = 0.6;
    private const double InLead = 0.35;
    private const double InDocument = 0.25;

    /// <summary>Moscow for Russia, the Kremlin for Russia, a summit for a meeting: near, not the same thing.</summary>
    private const double Related = 0.8;

    private enum Found : byte
    {
        NotLookedFor,
        Nothing,
        Related,
        Itself,
    }

    private readonly Found[] found = new Found[document.Count];
    private readonly bool stands = IsIn(terms.All, term);
    private bool? standsInSentence;
    private bool? isNamed;

    public QueryTerm Asked => term;

    /// <summary>Whether the document holds the term, or names what is related to it.</summary>
    public bool IsMentioned => stands || IsNamed;

    private bool IsNamed => isNamed ??= term.Unit.Entity is not null && Enumerable.Range(0, document.Count).Any(IsCovered);

    private bool StandsInSentence => standsInSentence ??= stands && Enumerable.Range(0, document.Count).Any(at => At(at) is Found.Itself);

    private bool MayBeCovered => IsMentioned || term.Unit is { Concept.Near.Count: > 0 } || term.Unit.Is("person");

    public double ShareIn(ReadSentence sentence)
    {
        var index = sentence.Sentence.Index;
        if (IsSpeaker(sentence)) return 1;
        if (!MayBeCovered) return 0;
        if (At(index) is Found.Itself) return 1;
        if (At(index) is Found.Related) return Related;
        var best = 0.0;
        for (var at = Math.Max(0, index - 3); at < Math.Min(document.Count, index + 3); at++)
        {
            if (document[at].Sentence.Block != sentence.Sentence.Block || !IsCovered(at)) continue;
            best = Math.Max(best, ShareAt(at - index, sentence.PointsBack));
        }
        if (index > 0 && document[index - 1].Sentence.IsQuestion && IsCovered(index - 1)) best = InQuestion;
        var inLead = IsDatePart(term) ? DateInLead : InLead;
        if (best < inLead && (IsCovered(0) || (document.Count > 1 && IsCovered(1)))) best = inLead;
        if (best < InTitle && ((stands && IsIn(terms.Title, term)) || (Heading(index) is { } heading && At(heading) is Found.Itself))) best = InTitle;
        if (best < InDocument && term.MustBeCovered && StandsInSentence) best = InDocument;
        return best;
    }

    private static double ShareAt(int distance, bool pointsBack) => distance switch
    {
        -1 when pointsBack => InAntecedent,
        -1 or 1 => InNeighbour,
        _ => InParagraph,
    };

    /// <summary>A day, month or year, or a figure: what is said of another one is no answer.</summary>
    public static bool IsDatePart(QueryTerm term) => term.Unit is { Kind: UnitKind.Number, Concept: null } || term.Unit.IsOf("month");

    private Found At(int at)
    {
        if (found[at] is Found.NotLookedFor) found[at] = stands && IsIn(document[at].Terms, term) ? Found.Itself : HoldsRelated(document[at]) ? Found.Related : Found.Nothing;
        return found[at];
    }

    private bool IsCovered(int at) => At(at) is not Found.Nothing;

    /// <summary>The heading the sentence stands under.</summary>
    private int? Heading(int index)
    {
        while (index >= 0 && !document[index].Sentence.IsHeading) index--;
        return index < 0 ? null : index;
    }

    private bool IsSpeaker(ReadSentence sentence) =>
        term.Unit.Entity is { } asked && query.Speaker?.Id == asked.Id && sentence.Claim?.Speaker.Entity is { } speaker && lexicon.SpeaksFor(speaker, asked);

    /// <summary>The term itself, or every word of the phrase it is.</summary>
    private static bool IsIn(IReadOnlySet<string> terms, QueryTerm term) =>
        terms.Contains(term.Term) || (term.Unit.Parts.Count > 0 && AreIn(terms, term.Unit.Parts));

    // Apart, so that only phrases cost a closure.
    private static bool AreIn(IReadOnlySet<string> terms, IReadOnlyList<Unit> parts) => parts.All(part => terms.Contains(part.Term));

    private bool HoldsRelated(ReadSentence sentence) =>
        (term.Unit.Entity is { } asked && NamesRelated(sentence, asked))
        || (term.Unit.Concept is { Near.Count: > 0 } concept && HoldsNear(sentence, concept))
        || (term.Unit.Is("person") && sentence.Units.Any(AnswerKindFit.IsPeople));

    private static bool HoldsNear(ReadSentence sentence, Concept asked) => sentence.Units.Any(unit => unit.Concept is { } named && asked.Near.Contains(named.Id));

    private bool NamesRelated(ReadSentence sentence, Entity asked)
    {
        foreach (var named in sentence.Entities)
        {
            if (LiesIn(named, asked) || (!term.IsLocation && AreRelated(asked, named))) return true;
        }
        return false;
    }

    /// <summary>What happens in Kharkiv happens in Ukraine; not the other way round.</summary>
    private static bool LiesIn(Entity named, Entity asked) => named.Kind is EntityKind.Place && asked.Kind is EntityKind.Place && named.Side == asked.Id;

    private static bool AreRelated(Entity asked, Entity named) =>
        asked.Kind is not EntityKind.Person && named.Kind is not EntityKind.Person && (asked.SpeaksFor.Contains(named.Id) || named.SpeaksFor.Contains(asked.Id));
}
