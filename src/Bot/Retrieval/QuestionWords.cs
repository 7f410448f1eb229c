using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What the question words of a question ask for.</summary>
internal static class QuestionWords
{
    /// <summary>
    /// The first question word decides: "What did he say when …" asks what, not when. The «що» of «Чи казав він, що …» is
    /// no question word.
    /// </summary>
    public static AnswerKind KindOf(IReadOnlyList<Unit> units)
    {
        var asksWhether = false;
        for (var at = 0; at < units.Count; at++)
        {
            asksWhether |= units[at].Is("whether");
            if (!(asksWhether && units[at].Is("what")) && KindAt(units, at) is { } kind) return kind;
        }
        return AnswerKind.YesOrNo;
    }

    private static AnswerKind? KindAt(IReadOnlyList<Unit> units, int at)
    {
        bool Follows(params ReadOnlySpan<string> concepts) => at + 1 < units.Count && units[at + 1].Concept is { } next && concepts.Contains(next.Id);
        bool Has(string concept) => units.Any(unit => unit.Is(concept));
        return units[at].Concept?.Id switch
        {
            "how-long" => AnswerKind.Duration,
            "how-many" => Has("last-verb") || Follows("time") ? AnswerKind.Duration : AnswerKind.Quantity,
            "how" when Follows("many", "much") => AnswerKind.Quantity,
            "how" when Has("name") && NamesPerson(units) => AnswerKind.Person,
            "how-many-years" => AnswerKind.Duration,
            "when" when Opens(units, at) => null,
            "when" or "since-when" => AnswerKind.Date,
            "why" => AnswerKind.Reason,
            // Of a word or custom the origin is asked, which may be a time or a person.
            "where" when units[^1].Word is "from" => AnswerKind.Fact,
            "where" or "where-to" or "where-from" => AnswerKind.Place,
            "whose" => AnswerKind.Person,
            "who" when SaysWhat(units, at) => AnswerKind.YesOrNo,
            "who" => IsIdentity(units) ? AnswerKind.Identity : AnswerKind.Person,
            "what" or "which" when Follows("number", "amount", "percent", "share") => AnswerKind.Quantity,
            "what" or "which" when Follows("date", "year", "day", "month", "hour", "time") => AnswerKind.Date,
            "what" or "which" when Follows("reason", "cause") => AnswerKind.Reason,
            "what" or "which" when Follows("city", "place", "town", "village") => AnswerKind.Place,
            "what" or "which" when Has("name") && NamesPerson(units) => AnswerKind.Person,
            "what" or "which" or "how" => AnswerKind.Fact,
            _ => null,
        };
    }

    /// <summary>"the price when it came out": it opens a clause of what is asked, and asks nothing.</summary>
    private static bool Opens(IReadOnlyList<Unit> units, int when) =>
        when + 1 < units.Count && units.Take(when).Count(unit => unit.CountsInQueries && unit.Concept is not { IsLight: true }) > 1;

    /// <summary>The name of a minister, a wife or an author, not of a castle.</summary>
    private static bool NamesPerson(IReadOnlyList<Unit> units) =>
        units.Any(unit => !unit.Is("name") && (unit.IsOf("people") || unit.IsOf("politics") || unit.Entity is { Kind: EntityKind.Person }));

    /// <summary>"Who says what", «хто що каже»: all sides are asked for, not a name.</summary>
    public static bool SaysWhat(IReadOnlyList<Unit> units, int who) =>
        units.Skip(who + 1).Take(2).Any(unit => unit.Is("what")) && units.Skip(who + 1).Take(2).Any(unit => unit.IsOf("reporting"));

    /// <summary>The noun right behind "which" or "what": which *sanctions*, якої *країни*.</summary>
    public static Unit? FocusOf(IReadOnlyList<Unit> units)
    {
        for (var at = 0; at + 1 < units.Count; at++)
        {
            if ((units[at].Is("which") || units[at].Is("what")) && units[at + 1] is { Kind: UnitKind.Concept or UnitKind.Word, Concept: null or { IsLight: false } } focus && !focus.IsOf("reporting")) return focus;
        }
        return null;
    }

    /// <summary>"Describe the impact …", "Explain how …": English asks so with the word that a sentence may also report with; the other two have forms for it.</summary>
    public static bool Commands(Unit first) => first.Word is "describe" or "explain" or "discuss" or "compare" or "list" or "identify" or "define" or "summarise" or "summarize";

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
