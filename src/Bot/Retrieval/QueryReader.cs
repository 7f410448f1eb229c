using Bot.Conversations;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>Reads a question into a query: what is asked for, whose words, and what each of its terms weighs.</summary>
internal sealed class QueryReader(TextAnalyzer analyzer)
{
    private readonly SpellingCorrection spelling = new(analyzer);
    private readonly OfficeHolders offices = new(analyzer);

    /// <summary>Groups of common words that say how something is, or that it is said, rather than what is asked about.</summary>
    private static readonly Dictionary<string, double> GroupWeights = new()
    {
        ["evaluation"] = 0.5, ["descriptors"] = 0.7, ["modality"] = 0.15, ["contrast"] = 0, ["attribution"] = 0.6, ["reason"] = 0.25,
        ["light"] = 0.1, ["reporting"] = 0.6, ["quantity"] = 0.4, ["time"] = 0.6, ["agreeing"] = 0.6, ["refusing"] = 0.9, ["thought"] = 0.6, ["movement"] = 1.2, ["action"] = 1.2,
    };

    /// <summary>What happened to people: an answer that leaves it open answers something else.</summary>
    private static readonly string[] Fates = ["killed", "wounded", "capture", "missing-person", "hostage", "execute", "torture", "death"];

    private const double NameWeight = 1.4;
    private const double AdjectiveWeight = 1.0;
    private const double UnknownWordWeight = 1.1;
    private const double NumberWordWeight = 0.5;

    /// <summary>The "sanctions" of "which sanctions" are what is asked; the rest says about whom.</summary>
    private const double FocusShare = 1.6;
    private const double CarriedOverShare = 0.6;

    public Query Read(Question question, PassageIndex index)
    {
        var units = Units(question, index);
        var kind = QuestionWords.KindOf(units);
        var leansOnLast = FollowUp.IsOne(units, question.Text) && question.Earlier.Count > 0;
        var topic = leansOnLast ? Topic(question.Earlier[^1], index) : [];
        units = FollowUp.ResolvePronouns(units, question, topic, analyzer);
        var (speaker, unknownSpeaker) = AskedSpeaker.Of(units);
        var asksAllSides = units.Index().Any(pair => pair.Item.Is("who") && QuestionWords.SaysWhat(units, pair.Index));
        var focus = kind is AnswerKind.Fact ? QuestionWords.FocusOf(units) : null;
        var own = units.Where(unit => unit.CountsInQueries && !(ReferenceEquals(unit, units[0]) && QuestionWords.Commands(unit))).Select(unit => Weigh(unit, kind, speaker is not null || unknownSpeaker is not null))
            .Select(term => term with { Weight = term.Weight * term.Unit.Certainty, IsLocation = IsLocation(units, term.Unit) })
            .Where(term => !(asksAllSides && term.Unit.IsOf("reporting")))
            .Select(term => ReferenceEquals(term.Unit, focus) ? term with { Weight = term.Weight * FocusShare } : term);
        var carried = topic.Where(unit => unit.CountsInQueries && !(speaker is not null && unit.Entity is { Kind: EntityKind.Person }))
            .Select(unit => Weigh(unit, kind, asksForStatement: true)).Select(term => term with { Weight = term.Weight * CarriedOverShare, MustBeCovered = false });
        var terms = own.Concat(carried).Where(term => term.Weight > 0).GroupBy(term => term.Term).Select(group => group.MaxBy(term => term.Weight)!).ToList();
        return new Query(kind, terms, speaker, unknownSpeaker, leansOnLast ? $"{question.Earlier[^1].Question} {question.Text}" : question.Text);
    }

    private static bool IsLocation(List<Unit> units, Unit place) =>
        place is { Entity.Kind: EntityKind.Place } && units.IndexOf(place) is > 0 and var at && units[at - 1].Concept?.Id is "in" or "to" or "at" or "from" or "into";

    private List<Unit> Units(string text, Language language, PassageIndex index)
    {
        // Shouted questions lose what capitals say; "WHO SAID IT" is not about the health organisation.
        var calm = text.Any(char.IsLower) ? text : text.ToLowerInvariant();
        return spelling.Correct(offices.Read(analyzer.Analyze(calm, language)), language, index);
    }

    /// <summary>"And Zelensky?" is what was asked before, of Zelensky; so may that have been.</summary>
    private List<Unit> Units(Question question, PassageIndex index)
    {
        var units = Units(question.Text, question.Language, index);
        if (question.Earlier is not [.., var last] || FollowUp.OnlyName(units) is not { } other) return units;
        return FollowUp.AskedOf(other, Units(new Question(last.Question, last.Language, [.. question.Earlier.SkipLast(1)]), index)) ?? units;
    }

    private List<Unit> Topic(Turn last, PassageIndex index) => [.. Units(last.Question, last.Language, index).Where(unit => unit.CountsInQueries)];

    private static QueryTerm Weigh(Unit unit, AnswerKind kind, bool asksForStatement) => unit switch
    {
        { Kind: UnitKind.Entity, IsAdjective: true } => new QueryTerm(unit, AdjectiveWeight, MustBeCovered: true),
        { Kind: UnitKind.Number, Concept: not null } => new QueryTerm(unit, NumberWordWeight, MustBeCovered: false),
        { Kind: UnitKind.Entity or UnitKind.Name or UnitKind.Number } => new QueryTerm(unit, NameWeight, MustBeCovered: true),
        { Kind: UnitKind.Word, Word.Length: 1 } => new QueryTerm(unit, 0, MustBeCovered: false),
        { Kind: UnitKind.Word } => new QueryTerm(unit, UnknownWordWeight, MustBeCovered: false),
        { Concept: { } concept } => new QueryTerm(unit, WeightOf(concept, kind, asksForStatement), MustBeCovered: concept.Group == "month"),
        _ => new QueryTerm(unit, 1, MustBeCovered: false),
    };

    private static double WeightOf(Concept concept, AnswerKind kind, bool asksForStatement)
    {
        if (concept.IsLight || QuestionWords.Restates(concept, kind)) return GroupWeights["light"];
        if (Fates.Contains(concept.Id)) return NameWeight;
        if (asksForStatement && concept.Group is "reporting" or "attribution") return 0;
        return GroupWeights.GetValueOrDefault(concept.Group, 1);
    }
}
