using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What the source says goes on or will be is not said to be done: «запрацює» and «запрацювала», "will save" and "has saved".</summary>
internal sealed class TenseSurvives : ICitationRule
{
    private static readonly string[] PastEndings = ["в", "л", "ла", "ло", "ли"];
    private static readonly string[] OtherEndings = ["є", "ю", "ить", "їть", "ать", "ять", "уть", "ють", "ет", "ёт", "ит", "ат", "ят", "ут", "ют", "мо"];

    public string? Fault(StatementReading statement)
    {
        var source = statement.Cited.SelectMany(read => read.Units).Where(IsAct).ToLookup(unit => unit.Term);
        var told = statement.Units.Index().FirstOrDefault(pair => IsAct(pair.Item) && IsPast(statement, pair.Index) && source[pair.Item.Term].Any() && source[pair.Item.Term].All(unit => EndsIn(unit, OtherEndings))).Item;
        return told is null ? null : $"'{told.Span.In(statement.Statement.Text)}' is told as done, and what it cites does not say so";
    }

    /// <summary>What is said may be told in another tense: "says" and "said".</summary>
    private static bool IsAct(Unit unit) => unit.Kind is UnitKind.Concept or UnitKind.Word && !unit.IsOf("reporting") && !unit.IsOf("thought");

    private static bool IsPast(StatementReading statement, int at)
    {
        var unit = statement.Units[at];
        if (statement.Language is not Language.English) return EndsIn(unit, PastEndings);
        return unit.Word.EndsWith("ed", StringComparison.Ordinal) && !statement.Units.Take(at).TakeLast(3).Any(before => before.Is("to-be") || before.Is("will") || before.Is("may") || before.Is("would") || before.Is("can") || before.Is("want") || before.Is("demand") || before.Is("need-necessity"));
    }

    /// <summary>«Обміняють», «отримує»: what is or will be.</summary>
    public static bool IsNotPast(Unit unit) => IsAct(unit) && (EndsIn(unit, OtherEndings) || unit.Word.EndsWith("ться", StringComparison.Ordinal));

    private static bool EndsIn(Unit unit, string[] endings) => unit.Word.Length > 3 && unit.Word[^1] >= 'а' && Array.Exists(endings, ending => unit.Word.EndsWith(ending, StringComparison.Ordinal));
}
