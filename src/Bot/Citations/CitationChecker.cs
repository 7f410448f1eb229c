using Bot.Attribution;
using Bot.Composition;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Decides what of a draft may be shown: the statements of which every rule holds.</summary>
internal sealed class CitationChecker(Readings readings, TextAnalyzer analyzer)
{
    private readonly ClaimReader reader = new(analyzer);

    /// <summary>What must hold of every statement.</summary>
    private readonly ICitationRule[] always =
    [
        new EveryStatementCites(),
        new CitedPassageWasGiven(),
        new QuoteIsVerbatim(),
        new SpeakerStandsInTheSource(analyzer),
    ];

    /// <summary>What must hold besides of one that is no verbatim sentence: that says what its source says.</summary>
    private readonly ICitationRule[] retold =
    [
        new StatementSaysSomething(),
        new StatementIsInTheAskersLanguage(),
        new QuotationMarksHoldTheSource(),
        new NumbersStandInTheSource(),
        new NumbersAreNotChangedOver(),
        new DatesStandInTheSource(),
        new NamesStandInTheSource(),
        new ClaimStaysAClaim(),
        new NegationSurvives(),
        new ModalitySurvives(),
        new TenseSurvives(),
        new StandIsTheSources(),
        new FateIsTheSources(),
        new PlacesAreTheSources(),
        new OppositeIsNotSaid(),
        new WordsAreNotExchanged(),
        new FactsStayTogether(),
        new ClauseRestsOnOneSentence(),
        new NothingIsAdded(),
    ];

    /// <summary>The statements that stand, and those that do not with the first reason why.</summary>
    /// <param name="passages">What the draft was to be composed of.</param>
    /// <param name="asked">The language of the question.</param>
    public CheckedDraft Check(Draft draft, IReadOnlyList<Passage> passages, Language asked)
    {
        var standing = new List<DraftStatement>();
        var dropped = new List<DroppedStatement>();
        foreach (var statement in draft.Statements)
        {
            if (Fault(statement, passages, asked) is { } fault) dropped.Add(new DroppedStatement(statement.Text, fault));
            else standing.Add(statement);
        }
        return new CheckedDraft(standing, dropped, draft.SpeakersDisagree);
    }

    /// <summary>The first rule's objection to a statement; null where it may be shown.</summary>
    public string? Fault(DraftStatement statement, IReadOnlyList<Passage> passages, Language asked)
    {
        var reading = new StatementReading(statement, asked, passages, readings, reader);
        return FirstFault(always) ?? (reading.IsVerbatim ? null : FirstFault(retold));

        string? FirstFault(ICitationRule[] rules) => rules.Select(rule => rule.Fault(reading)).FirstOrDefault(fault => fault is not null);
    }
}

/// <summary>A draft after the checker.</summary>
internal sealed record CheckedDraft(IReadOnlyList<DraftStatement> Standing, IReadOnlyList<DroppedStatement> Dropped, bool SpeakersDisagree)
{
    /// <summary>The statements that were dropped, whole. Never shown; what they cite may be.</summary>
    public IReadOnlyList<DraftStatement> Refused { get; init; } = [];

    public static CheckedDraft Empty { get; } = new([], [], SpeakersDisagree: false);
}
