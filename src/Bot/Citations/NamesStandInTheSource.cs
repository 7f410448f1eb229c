using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Every person, house and place is one that the source names there, in whatever script and form.</summary>
internal sealed class NamesStandInTheSource : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        foreach (var stated in statement.Stated)
        {
            for (var at = 0; at < stated.Units.Count; at++)
            {
                var unit = stated.Units[at];
                if (IsName(stated.Units, at) && !statement.SourceOfNames.HoldName(unit) && !(statement.IsTranslation && IsOfAnOffice(statement, stated.Units, at))) return $"'{unit.Span.In(statement.Statement.Text)}' is not named in what it cites";
            }
        }
        return null;
    }

    /// <summary>The "Service" of "State Audit Service": common words with capitals, of which the source has those beside it.</summary>
    private static bool IsOfAnOffice(StatementReading statement, IReadOnlyList<Unit> units, int at) =>
        statement.Language is Language.English && new[] { at - 1, at + 1 }.Any(beside => beside >= 0 && beside < units.Count && units[beside] is { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised } word && statement.Source.HoldWord(word));

    /// <summary>A capital at the beginning of a sentence makes no name, unless all is in capitals, or another name or a saying follows.</summary>
    private static bool IsName(IReadOnlyList<Unit> units, int at) => units[at].Kind switch
    {
        UnitKind.Entity => true,
        UnitKind.Name => at > 0 || units[at] is { Shape: TokenShape.Capitals, Word.Length: > 1 } || (units.Count > 1 && (units[1].Kind is UnitKind.Name || units[1].IsOf("reporting"))),
        _ => false,
    };
}
