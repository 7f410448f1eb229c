using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Whose words a question asks for: the Macron of "What did Macron say about a deal?", the Lavrov of «Что думает Лавров
/// о войсках?», the Trump of «на думку Трампа».
/// </summary>
internal static class AskedSpeaker
{
    private const int NearVerb = 4;

    private static readonly string[] Opinions = ["opinion", "position", "stance", "view"];
    /// <summary>What stands behind these is whom they are about, not who speaks.</summary>
    private static readonly string[] TakeObjects = ["criticise", "praise", "accuse", "convince", "remind", "ask", "call-for"];

    private static readonly string[] AboutWords = ["about", "regarding", "of", "on"];

    public static (Entity? Speaker, string? Unknown) Of(IReadOnlyList<Unit> units)
    {
        for (var at = 0; at < units.Count; at++)
        {
            if (!IsReporting(units[at])) continue;
            // "Who said that …" asks for the speaker; he is not given.
            if (units.Any(unit => unit.Is("who") || unit.Is("whose"))) return default;
            if (Subject(units, at) is not { } subject) continue;
            // "What do Trump and Lavrov say …" asks for both, and so for nobody's words alone.
            if (IsOneOfTwo(units, subject)) return default;
            return subject.Entity is { } entity ? (entity, null) : (null, subject.Word);
        }
        return default;
    }

    private static bool IsReporting(Unit unit) => unit.IsOf("reporting") || unit.Is("according-to") || unit.Is("in-words-of") || unit.Is("in-opinion-of") || (unit.Concept is { } concept && Opinions.Contains(concept.Id));

    /// <summary>The name nearest before the verb that is no object of a preposition; else the nearest after it.</summary>
    private static Unit? Subject(IReadOnlyList<Unit> units, int verb)
    {
        for (var at = verb - 1; at >= 0 && at >= verb - NearVerb; at--)
        {
            if ((CanSpeak(units[at]) || IsPeopleBefore(units, at, verb)) && !IsObject(units, at)) return units[at];
        }
        if (units[verb].Concept is { } concept && TakeObjects.Contains(concept.Id)) return null;
        for (var at = verb + 1; at < units.Count && at <= verb + NearVerb; at++)
        {
            if (units[at].Concept?.Id is "about" or "that" or "when" or "if" or "where") return null;
            if (CanSpeak(units[at]) && !IsObject(units, at)) return units[at];
        }
        return null;
    }

    private static bool IsOneOfTwo(IReadOnlyList<Unit> units, Unit subject)
    {
        var at = units.ToList().IndexOf(subject);
        return (at + 2 < units.Count && units[at + 1].Is("and") && CanSpeak(units[at + 2])) || (at >= 2 && units[at - 1].Is("and") && CanSpeak(units[at - 2]));
    }

    /// <summary>"What did the Americans reply": a people's name, right before the verb.</summary>
    private static bool IsPeopleBefore(IReadOnlyList<Unit> units, int at, int verb) => at == verb - 1 && units[at] is { IsAdjective: true, Entity.CanSpeak: true };

    private static bool CanSpeak(Unit unit) => unit is { Kind: UnitKind.Entity, IsAdjective: false, Entity.CanSpeak: true } or { Kind: UnitKind.Name };

    private static bool IsObject(IReadOnlyList<Unit> units, int at) =>
        at > 0 && units[at - 1] is { Kind: UnitKind.Function } before && !(before.Is("of") && Opinions.Contains(units[Math.Max(0, at - 2)].Concept?.Id))
        && (AboutWords.Contains(before.Concept?.Id) || before.Concept?.Id is "in" or "to" or "with" or "from" or "for" or "against");
}
