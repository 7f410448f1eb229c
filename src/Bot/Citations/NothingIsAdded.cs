using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Nearly all words of content have a counterpart in the source, across languages through lexicon and glossary; and no clause is appended that has none.</summary>
internal sealed class NothingIsAdded : ICitationRule
{
    /// <summary>The share of a statement's words that may be its own.</summary>
    private const double Own = 0.42;

    /// <summary>The same where it translates: not every word is in the glossary.</summary>
    private const double OwnInTranslation = 0.6;

    /// <summary>How something is said, when and how much: a free retelling changes these, and other rules look at them.</summary>
    private static readonly string[] LighterGroups = ["time", "quantity", "evaluation", "thought", "politics", "reason", "descriptors"];

    private const double Lighter = 0.5;

    /// <summary>What of the words behind the last one from the source may be the statement's own: how and when may be said otherwise, what may not.</summary>
    private const double OwnEnd = 0.9;

    /// <summary>The same where it translates.</summary>
    private const double OwnEndInTranslation = 1.5;

    /// <summary>So much makes a clause, wherever it stands.</summary>
    private const double OwnClause = 1.3;

    /// <summary>What counts a word for which the source has another of the same group of the glossary.</summary>
    private const double OfSameField = 0.5;

    public string? Fault(StatementReading statement)
    {
        var content = statement.Units.Where(IsContent).ToList();
        var own = content.Where(unit => !statement.Source.HoldWord(unit)).ToList();
        Func<Unit, double> weight = statement.IsTranslation ? unit => Weight(unit) * Translated.Weight(unit) : Weight;
        var share = content.Count == 0 ? 0 : own.Sum(unit => IsOfAFieldOf(statement, unit) ? OfSameField * weight(unit) : weight(unit)) / content.Sum(weight);
        var end = content.AsEnumerable().Reverse().TakeWhile(own.Contains).Sum(weight);
        var (most, mostAtEnd) = statement.IsTranslation ? (OwnInTranslation, OwnEndInTranslation) : (Own, OwnEnd);
        var clause = statement.Stated.SelectMany(stated => ClauseRestsOnOneSentence.ClausesOf(stated, statement.Statement.Text)).Select(units => units.Where(IsContent).ToList()).FirstOrDefault(units => units.Sum(weight) >= OwnClause && units.TrueForAll(own.Contains));
        if (clause is not null) return $"what it cites says nothing of {string.Join(", ", clause.Select(unit => $"'{unit.Span.In(statement.Statement.Text)}'"))}";
        return share <= most && end <= mostAtEnd ? null : $"what it cites says nothing of {string.Join(", ", own.Select(unit => $"'{unit.Span.In(statement.Statement.Text)}'"))}";
    }

    /// <summary>The source speaks of the same: "funds" where it says "pays", both of economy.</summary>
    private static bool IsOfAFieldOf(StatementReading statement, Unit unit) => unit.Concept is { } concept && statement.Source.HoldGroup(concept.Group);

    private static double Weight(Unit unit) => unit.Concept is { } concept && LighterGroups.Contains(concept.Group) ? Lighter : 1;

    private static bool IsContent(Unit unit) =>
        unit.Kind is UnitKind.Concept or UnitKind.Word && unit.Word.Length > 1 && unit.Concept is not ({ IsLight: true } or { Group: "reporting" or "attribution" or "contrast" or "modality" } or { Id: "person" or "resident" }) && !NumbersStandInTheSource.IsRoundingCue(unit);
}
