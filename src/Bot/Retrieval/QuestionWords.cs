using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What the question words of a question ask for.</summary>
internal static class QuestionWords
{
    public static AnswerKind KindOf(IReadOnlyList<Unit> units)
    {
        bool Has(string concept) => units.Any(unit => unit.Is(concept));
        var asksWhich = Has("what") || Has("which");
        if (Has("how-long") || (Has("how-many") && (Has("last-verb") || Has("time")))) return AnswerKind.Duration;
        if (Has("how-many") || (Has("how") && (Has("many") || Has("much"))) || (asksWhich && (Has("number") || Has("amount")))) return AnswerKind.Quantity;
        if (Has("when") || (asksWhich && (Has("date") || Has("year") || Has("day") || Has("month") || Has("hour")))) return AnswerKind.Date;
        if (Has("why") || (asksWhich && (Has("reason") || Has("cause")))) return AnswerKind.Reason;
        if (Has("where") || (asksWhich && (Has("city") || Has("place")))) return AnswerKind.Place;
        if (Has("whose") || ((asksWhich || Has("how")) && Has("name"))) return AnswerKind.Person;
        if (Has("who")) return IsIdentity(units) ? AnswerKind.Identity : AnswerKind.Person;
        return asksWhich || Has("how") ? AnswerKind.Fact : AnswerKind.YesOrNo;
    }

    /// <summary>The noun right behind "which" or "what": which *sanctions*, якої *країни*.</summary>
    public static Unit? FocusOf(IReadOnlyList<Unit> units)
    {
        for (var at = 0; at + 1 < units.Count; at++)
        {
            if ((units[at].Is("which") || units[at].Is("what")) && units[at + 1] is { Kind: UnitKind.Concept or UnitKind.Word, Concept: null or { IsLight: false } } focus && !focus.IsOf("reporting")) return focus;
        }
        return null;
    }

    /// <summary>Words that only repeat what the question word says: the "date" of "on what date".</summary>
    public static bool Restates(Concept concept, AnswerKind kind) => kind switch
    {
        AnswerKind.Date => concept.Id is "date" or "year" or "day" or "month" or "hour" or "time",
        AnswerKind.Quantity => concept.Id is "many" or "much" or "number" or "amount" or "total",
        AnswerKind.Duration => concept.Id is "last-verb" or "time" or "long",
        AnswerKind.Reason => concept.Group is "reason",
        AnswerKind.Place => concept.Id is "city" or "place" or "where",
        AnswerKind.Person or AnswerKind.Identity => concept.Id is "person" or "name",
        _ => false,
    };

    /// <summary>"Who is Peskov?": a person and nothing else to find.</summary>
    private static bool IsIdentity(IReadOnlyList<Unit> units)
    {
        var content = units.Where(unit => unit.CountsInQueries && unit.Concept is not { IsLight: true }).ToList();
        return content.Count > 0 && content.TrueForAll(unit => unit.Kind is UnitKind.Name || unit.Entity is { Kind: EntityKind.Person });
    }
}
