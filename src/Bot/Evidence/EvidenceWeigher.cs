using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>
/// Weighs sentences as answers. Evidence is the covered share of what was asked, tempered by what the passage is about; a name
/// or number that the document does not hold, a missing kind of answer, and words of somebody else than was asked for, each
/// keep it below any threshold.
/// </summary>
internal sealed class EvidenceWeigher(TextAnalyzer analyzer, Readings readings)
{
    private const double WithoutAskedName = 0.3;
    private const double WithoutAskedSpeaker = 0.35;

    private const double ToldByAnother = 0.9;

    private const double WithoutAskedDate = 0.45;

    /// <summary>What is left for each name that the document holds, but not near the sentence.</summary>
    private const double WithoutNameNear = 0.8;
    private const double WithoutPersonNear = 0.7;

    /// <summary>What is left of a sentence about the right people that says nothing of what was asked about them; nothing is lost from <see cref="EnoughPredicate"/> on.</summary>
    private const double WithoutPredicate = 0.5;
    private const double EnoughPredicate = 0.6;

    /// <summary>A place that a sentence names is the place of what it speaks of, not of what only its neighbours do.</summary>
    private const double WithoutAskedThing = 0.75;

    /// <summary>The passages' sentences, the best first, each once however many documents print it.</summary>
    public IReadOnlyList<WeighedSentence> Weigh(Query query, IReadOnlyList<RankedPassage> passages, PassageIndex index)
    {
        var counts = new TermCounts(query, readings);
        var aboutness = new Aboutness(query, passages, counts, readings, index);
        var documents = new Dictionary<Document, Coverage>();
        var seen = new HashSet<Sentence>(ReferenceEqualityComparer.Instance);
        var candidates = new List<SentenceRanking.Candidate>();
        foreach (var (passage, score) in passages)
        {
            var document = passage.Document;
            if (!documents.TryGetValue(document, out var coverage)) documents[document] = coverage = new Coverage(query, readings.Of(document), readings.TermsOf(document), analyzer.Lexicon);
            var about = aboutness.Of(passage);
            // Passages overlap; the first a sentence stands in has the best score.
            foreach (var sentence in passage.Sentences)
            {
                if (!sentence.IsHeading && !sentence.IsQuestion && seen.Add(sentence)) candidates.Add(Weigh(query, coverage.Document[sentence.Index], coverage, evidence => aboutness.Temper(evidence, about), score / passages[0].Score));
            }
        }
        return [.. SentenceRanking.Order(query, candidates, counts).DistinctBy(sentence => Words(sentence.Read.Sentence))];
    }

    /// <summary>What one source reprints of another differs in marks and capitals at most, and is one statement.</summary>
    private static string Words(Sentence sentence) => string.Concat(sentence.Text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private SentenceRanking.Candidate Weigh(Query query, ReadSentence read, Coverage coverage, Func<double, double> temper, double passageScore)
    {
        var covered = coverage.Of(read);
        var fit = AnswerKindFit.Of(query, read);
        var evidence = covered.All * fit;
        evidence *= WithoutPredicate + (1 - WithoutPredicate) * Math.Min(1, covered.Predicate / EnoughPredicate);
        if (query.Kind is AnswerKind.Place && IsSpokenOfAround(query, covered)) evidence *= WithoutAskedThing;
        var lacksDate = false;
        for (var at = 0; at < query.Terms.Count; at++)
        {
            if (covered.Holds(at)) continue;
            var term = query.Terms[at];
            if (TermInDocument.IsDatePart(term)) lacksDate = true;
            else if (term.MustBeCovered) evidence *= term.Unit.Entity is { Kind: EntityKind.Person } ? WithoutPersonNear : WithoutNameNear;
        }
        if (coverage.LacksName) evidence = Math.Min(evidence, WithoutAskedName);
        evidence = temper(evidence) * SpeakerFit(query, read);
        if (lacksDate) evidence = Math.Min(evidence, WithoutAskedDate);
        return new SentenceRanking.Candidate(new WeighedSentence(read, Math.Clamp(evidence, 0, 1), fit >= AnswerKindFit.Fits), covered.All, passageScore);
    }

    /// <summary>What is asked about stands in neighbouring sentences, and none of it in this one.</summary>
    private static bool IsSpokenOfAround(Query query, Coverage.Covered covered)
    {
        var shares = query.Terms.Index().Where(term => !term.Item.MustBeCovered && term.Item.Weight >= Coverage.LightestPredicate).Select(term => covered.Shares[term.Index]).ToList();
        return shares.Count > 0 && shares.TrueForAll(share => share is > 0 and <= TermInDocument.InNeighbour);
    }

    private double SpeakerFit(Query query, ReadSentence read)
    {
        if (!query.AsksForStatement) return 1;
        var speaker = read.Claim?.Speaker;
        if (query.Speaker is { } asked)
        {
            if (speaker?.Entity is { } entity && analyzer.Lexicon.SpeaksFor(entity, asked)) return 1;
            // "Did Putin say …?" asks whether he did; another may tell.
            if (query.Kind is AnswerKind.YesOrNo && speaker is not null && read.Units.Any(unit => unit.Entity?.Id == asked.Id) && query.Terms.Any(term => !term.MustBeCovered && term.Weight >= Coverage.LightestPredicate && read.Terms.Contains(term.Term))) return ToldByAnother;
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
