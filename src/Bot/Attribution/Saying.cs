using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>What counts as somebody saying something, and what only looks so.</summary>
internal static class Saying
{
    /// <summary>Taking a stand says something, as saying does.</summary>
    private static readonly string[] Stances =
        ["refuse", "reject", "oppose", "object", "condemn", "protest", "disagree", "rule-out", "veto", "agree", "accept", "approve", "support", "open-to", "no-problem-with", "welcome", "recognise", "favour"];

    private static readonly string[] Hedges = ["allegedly", "reportedly", "supposedly"];

    /// <summary>Who does so by trade says nothing by it: "told reporters", "critics of", "his adviser". Their stems are the verbs'.</summary>
    private static readonly string[] Trades =
        ["reporter", "reporters", "observer", "observers", "commentator", "commentators", "adviser", "advisers", "advisor", "advisors", "critic", "critics", "speaker", "speakers", "writer", "writers"];

    /// <summary>"allegedly", whose stem is the verb's.</summary>
    public static bool IsHedge(Unit unit) => Hedges.Contains(unit.Word);

    /// <summary>"Peskov referred to Lavrov": who is referred to does not speak there.</summary>
    public static bool IsReference(Unit unit) => unit.Word is "referred" or "refers" or "послався" or "послалася" or "послалися" or "посилається" or "сослался" or "сослалась" or "сослались" or "ссылается";

    private const int ReachOfNegation = 3;

    public static bool IsOne(Unit unit) => IsVerb(unit) || (unit.Concept is { } concept && Stances.Contains(concept.Id));

    /// <summary>Saying in the narrow sense, not a stand; nor a state.</summary>
    public static bool IsVerb(Unit unit) => unit.IsOf("reporting") && !Hedges.Contains(unit.Word) && !Trades.Contains(unit.Word) && unit.Word is not "state";

    /// <summary>"That", «що»: what follows is what is said.</summary>
    public static bool OpensWhatIsSaid(Unit unit) => unit.Is("that") || unit.Word is "що" or "что";

    /// <summary>A verb of saying that is never a noun: not "statement", not "report".</summary>
    public static bool IsPlain(Unit unit) => unit.Concept?.Id is "say" or "tell" or "add" or "announce" or "note" or "explain" or "declare" or "inform";

    /// <summary>"a report in which …": with an article before it, it is a thing.</summary>
    public static bool IsNoun(AnalyzedSentence sentence, int at) =>
        at > 0 && sentence.Units[at - 1].Word is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "this" or "no" or "any" or "every";

    /// <summary>"was accused by Putin", "was told": what is said is said by another.</summary>
    public static bool IsPassive(AnalyzedSentence sentence, int verb) =>
        !sentence.Units[verb].Span.In(sentence.Text).EndsWith("ing", StringComparison.Ordinal)
        && sentence.Units.Take(verb).TakeLast(2).Any(unit => unit.Is("to-be") && unit.Word[0] < 'а');

    /// <summary>"never said", "if he said", "allegedly said", "declined to comment": nothing is reported as said.</summary>
    public static bool IsUnsaid(AnalyzedSentence sentence, int verb)
    {
        var units = sentence.Units;
        if (!units[verb].IsOf("reporting")) return units[verb].Is("refuse") && units.Skip(verb + 1).Take(ReachOfNegation).Any(unit => unit.IsOf("reporting"));
        for (var at = verb - 1; at >= 0 && at >= verb - ReachOfNegation && !sentence.FollowsPause(at + 1); at--)
        {
            if (units[at].Concept?.Id is "not" or "never" or "neither" or "nobody" or "allegedly" or "refuse" || Hedges.Contains(units[at].Word)) return true;
        }
        return units.Take(verb).Any(unit => unit.Concept?.Id is "if" or "unless" or "neither") || units[0].Word is "had";
    }
}
