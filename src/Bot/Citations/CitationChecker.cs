using Bot.Attribution;
using Bot.Composition;
using Bot.Corpus;

namespace Bot.Citations;

/// <summary>Decides what of a draft may be shown: the statements of which every rule holds.</summary>
internal sealed class CitationChecker(Readings readings)
{
    private readonly ICitationRule[] rules =
    [
        new EveryStatementCites(),
        new CitedDocumentWasGiven(),
        new QuoteIsVerbatim(),
        new StatementIsItsQuote(),
        new SpeakerStandsInTheSource(readings),
    ];

    /// <summary>The statements that stand, and those that do not with the first reason why.</summary>
    public CheckedDraft Check(Draft draft, IReadOnlyList<Passage> passages)
    {
        var standing = new List<DraftStatement>();
        var dropped = new List<DroppedStatement>();
        foreach (var statement in draft.Statements)
        {
            var fault = rules.Select(rule => rule.Fault(statement, passages)).FirstOrDefault(fault => fault is not null);
            if (fault is null) standing.Add(statement);
            else dropped.Add(new DroppedStatement(statement.Text, fault));
        }
        return new CheckedDraft(standing, dropped, draft.SpeakersDisagree);
    }
}

internal sealed record DroppedStatement(string Text, string Fault);

/// <summary>A draft after the checker.</summary>
internal sealed record CheckedDraft(IReadOnlyList<DraftStatement> Standing, IReadOnlyList<DroppedStatement> Dropped, bool SpeakersDisagree);
