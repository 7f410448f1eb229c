using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Nobody is killed, wounded, taken, missing or tortured in the statement to whom the source has not done the same.</summary>
internal sealed class FateIsTheSources : ICitationRule
{
    /// <summary>Entries of the glossary that tell the same fate.</summary>
    private static readonly string[][] Fates =
    [
        ["killed", "death", "execute-kill", "casualty"], ["wounded", "casualty"], ["execute-kill"], ["torture"], ["rape"], ["missing-person"],
        ["hostage", "capture", "prisoner-of-war", "abduct", "arrest"], ["deport", "deportation", "abduct"],
    ];

    public string? Fault(StatementReading statement)
    {
        var unit = statement.Units.FirstOrDefault(unit => unit.Concept is { } fate && Array.Exists(Fates, same => same[0] == fate.Id || (fate.Id is not "casualty" && same.Contains(fate.Id))) && !IsIn(statement, unit));
        return unit is null ? null : $"'{unit.Span.In(statement.Statement.Text)}' is not what happens to anybody in what it cites";
    }

    private static bool IsIn(StatementReading statement, Unit unit) =>
        statement.Source.HoldWord(unit) || Fates.Where(same => same.Contains(unit.Concept!.Id)).SelectMany(same => same).Any(statement.Source.HoldConcept);
}
