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
        var refused = new List<RefusedStatement>();
        foreach (var statement in draft.Statements)
        {
            if (Fault(statement, passages, asked) is { } fault) refused.Add(new RefusedStatement(statement, fault));
            else standing.Add(statement);
        }
        return new CheckedDraft(standing, refused, draft.SpeakersDisagree);
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
/// <param name="Refused">Never shown; the sentences that they cite may be.</param>
internal sealed record CheckedDraft(IReadOnlyList<DraftStatement> Standing, IReadOnlyList<RefusedStatement> Refused, bool SpeakersDisagree)
{
    /// <summary>What was refused, as moderators are told it.</summary>
    public IReadOnlyList<DroppedStatement> Dropped => [.. Refused.Select(refused => new DroppedStatement(refused.Statement.Text, refused.Fault))];

    public static CheckedDraft Empty { get; } = new([], [], SpeakersDisagree: false);
}

/// <param name="Fault">The first rule's objection.</param>
internal sealed record RefusedStatement(DraftStatement Statement, string Fault);
