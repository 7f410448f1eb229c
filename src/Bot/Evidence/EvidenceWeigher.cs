using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>
/// Weighs sentences as answers. Evidence is the covered share of what was asked; a name or number that the document does
/// not hold, a missing kind of answer, and words of somebody else than was asked for, each keep it below any threshold.
/// </summary>
internal sealed class EvidenceWeigher(TextAnalyzer analyzer, Readings readings)
{
    private const double WithoutAskedName = 0.3;
    private const double WithoutAskedSpeaker = 0.35;

    private const double WithoutAskedDate = 0.45;

    /// <summary>What is left for each name that the document holds, but not near the sentence.</summary>
    private const double WithoutNameNear = 0.8;
    private const double WithoutPersonNear = 0.7;

    /// <summary>What is left of a sentence about the right people that says nothing of what was asked about them; nothing is lost from <see cref="EnoughPredicate"/> on.</summary>
    private const double WithoutPredicate = 0.5;
    private const double EnoughPredicate = 0.6;

    private readonly Coverage coverage = new(analyzer.Lexicon);

    /// <summary>The passages' sentences, the best evidence first.</summary>
    public IReadOnlyList<WeighedSentence> Weigh(Query query, IReadOnlyList<RankedPassage> passages, PassageIndex index)
    {
        var best = passages.Count == 0 ? 1 : passages[0].Score;
        return
        [
            .. passages
                .SelectMany(ranked => ranked.Passage.Sentences.Select(sentence => (sentence, ranked.Score)))
                .Where(pair => !pair.sentence.IsHeading && !pair.sentence.IsQuestion)
                .GroupBy(pair => pair.sentence)
                .Select(group => (weighed: Weigh(query, group.Key, index), score: group.Max(pair => pair.Score) / best))
                .OrderByDescending(pair => pair.weighed.Evidence + 0.05 * pair.score)
                .ThenBy(pair => pair.weighed.Read.Sentence.Index)
                .Select(pair => pair.weighed),
        ];
    }

    private WeighedSentence Weigh(Query query, Sentence sentence, PassageIndex index)
    {
        var document = readings.Of(sentence.Document);
        var read = document[sentence.Index];
        var covered = coverage.Of(query, read, document, index.TitleTerms(sentence.Document));
        var fit = AnswerKindFit.Of(query, read);
        var evidence = covered.All * fit * SpeakerFit(query, read);
        evidence *= WithoutPredicate + (1 - WithoutPredicate) * Math.Min(1, covered.Predicate / EnoughPredicate);
        foreach (var term in query.Terms.Where(term => term.MustBeCovered && !Coverage.IsDatePart(term) && !covered.Terms.Contains(term.Term)))
            evidence *= term.Unit.Entity is { Kind: EntityKind.Person } ? WithoutPersonNear : WithoutNameNear;
        if (query.Terms.Any(term => Coverage.IsDatePart(term) && !covered.Terms.Contains(term.Term))) evidence = Math.Min(evidence, WithoutAskedDate);
        if (query.Terms.Any(term => term.MustBeCovered && !IsHeld(term, sentence.Document, index))) evidence = Math.Min(evidence, WithoutAskedName);
        return new WeighedSentence(read, Math.Clamp(evidence, 0, 1), fit >= AnswerKindFit.Fits);
    }

    private bool IsHeld(QueryTerm term, Document document, PassageIndex index) =>
        index.Holds(document, term.Term) || (term.Unit.Parts.Count > 0 && term.Unit.Parts.All(part => index.Holds(document, part.Term))) || (term.Unit.Entity is not null && readings.Of(document).Any(sentence => Coverage.Covers(term, sentence)));

    private double SpeakerFit(Query query, ReadSentence read)
    {
        if (!query.AsksForStatement) return 1;
        var speaker = read.Claim?.Speaker;
        if (query.Speaker is { } asked)
        {
            if (speaker?.Entity is { } entity && analyzer.Lexicon.SpeaksFor(entity, asked)) return 1;
            var actsItself = asked.Kind is not EntityKind.Person && speaker is null && read.Units.Any(unit => unit.Entity?.Id == asked.Id && !unit.IsAdjective);
            return actsItself ? 0.9 : WithoutAskedSpeaker;
        }
        return speaker is { Entity: null } && read.Names.Any(name => name.Speaker.Key == speaker.Key) && IsNamed(query.UnknownSpeaker!, speaker) ? 1 : WithoutAskedSpeaker;
    }

    private static bool IsNamed(string asked, Speaker speaker)
    {
        var wanted = Linguistics.Transliteration.Skeleton(asked);
        return speaker.Name.Split(' ').Any(part => Linguistics.Transliteration.Skeleton(part.ToLowerInvariant()) is var name && (name == wanted || Configuration.Suggestion.Distance(name, wanted) <= 1));
    }
}
