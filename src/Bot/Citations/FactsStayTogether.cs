using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Of several cited sentences none lends its name to what another says: who is named with an act in the statement is named with it in one of them.</summary>
internal sealed class FactsStayTogether : ICitationRule
{
    private const int Reach = 5;
    private const double Most = 0.6;

    public string? Fault(StatementReading statement)
    {
        if (statement.Cited.Count < 2) return null;
        foreach (var stated in statement.Stated)
        {
            for (var at = 0; at < stated.Units.Count; at++)
            {
                var name = stated.Units[at];
                if (name.Kind is not (UnitKind.Entity or UnitKind.Name) || statement.TitleTerms.Contains(name.Term)) continue;
                var act = stated.Units.Skip(at + 1).Where(unit => unit.Kind is not UnitKind.Function).Where(unit => unit.Concept is not { IsLight: true } && unit.Term != name.Term && statement.EachSource.Any(source => source.Hold(unit))).Take(Reach).ToList();
                var naming = statement.EachSource.Where(source => source.Hold(name)).ToList();
                if (act.Count >= 2 && naming.Count > 0 && !naming.Exists(source => act.Count(source.Hold) >= Most * act.Count)) return $"'{name.Span.In(statement.Statement.Text)}' is named with something else in what it cites";
            }
        }
        return null;
    }
}
