using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Who agrees, refuses, confirms, denies, promises or asks does so in the source: none of these stands for another.</summary>
internal sealed class StandIsTheSources : ICitationRule
{
    /// <summary>Stands that may be told in each other's words.</summary>
    private static readonly string[][] Stands =
    [
        ["agree", "accept", "approve", "consensus"], ["support", "favour", "welcome", "praise"], ["open-to", "ready", "no-problem-with"], ["allow", "access-grant", "allowed"], ["sign"], ["recognise"], ["unblock"],
        ["confirm", "recognise", "admit"], ["deny", "reject", "disagree"], ["refuse", "reject", "rule-out", "abandon"], ["oppose", "object", "disagree", "condemn", "criticise", "resist", "reject", "refuse"], ["veto", "block"], ["ban", "denied-access"],
        ["cancel", "suspend", "break-off", "withdraw-from"], ["promise", "commit", "assure"], ["demand", "call-for", "insist", "ask", "beg", "push-for"], ["propose", "recommend", "suggest-hint"], ["warn", "threat"], ["accuse"], ["regret"], ["predict", "expect"],
    ];

    /// <summary>"Denied" and "rejected": one may be told as the other.</summary>
    public static bool AreOne(Concept one, Concept other) => Array.Exists(Stands, stand => stand.Contains(one.Id) && stand.Contains(other.Id));

    public string? Fault(StatementReading statement)
    {
        var unit = statement.Units.Where((unit, at) => IsStand(unit) && !IsIn(statement, unit) && !(at > 0 && statement.Units[at - 1].Is("not"))).FirstOrDefault();
        return unit is null ? null : $"'{unit.Span.In(statement.Statement.Text)}' is not what they do in what it cites";
    }

    /// <summary>"Have it back" supports nothing.</summary>
    private static bool IsStand(Unit unit) => unit.Word is not "back" && unit.Concept is { } concept && Array.Exists(Stands, stand => stand.Contains(concept.Id));

    /// <summary>Somebody says who did an act of war: as much as to accuse.</summary>
    private static bool LaysBlame(StatementReading statement) => statement.CitedParts.Any(part => part.Claim is not null && part.Has("war"));

    private static bool IsIn(StatementReading statement, Unit unit) =>
        Stands.Where(stand => stand.Contains(unit.Concept!.Id)).SelectMany(stand => stand).Any(statement.Source.HoldConcept) || IsToldOtherwise(statement, unit.Concept!.Id);

    /// <summary>"Refuses" of who does not agree, "blames" of who says it was another, "differ" of two who say two things, "gives up" of who stops.</summary>
    private static bool IsToldOtherwise(StatementReading statement, string stand) => stand switch
    {
        "refuse" or "reject" => statement.Cited.SelectMany(Denial.In).Any(denial => denial.IsDisagreement),
        "accuse" => LaysBlame(statement),
        "disagree" => NegationSurvives.SeveralSpeak(statement),
        "abandon" => statement.Source.HoldConcept("stop"),
        _ => false,
    };
}
