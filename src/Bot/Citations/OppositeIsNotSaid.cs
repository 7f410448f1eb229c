using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Where the source says "before", "won" or "north", the statement does not say the opposite.</summary>
internal sealed class OppositeIsNotSaid : ICitationRule
{
    private const int ReachInSource = 3;

    /// <summary>Entries of the glossary that are each other's opposites.</summary>
    private static readonly (string One, string Other)[] Opposites =
    [
        ("before", "after"), ("before", "since"), ("increase", "decrease"), ("growth", "decrease"), ("increase", "fall"), ("rise", "fall"), ("rise", "decrease"), ("big", "small"), ("high", "low"), ("more", "less"), ("most", "few"), ("many", "few"), ("all", "none"), ("at-least", "at-most"), ("more-than", "less"),
        ("win", "lose"), ("open", "close"), ("begin", "end"), ("continue", "stop"), ("enter", "leave"), ("arrive", "leave"), ("give", "take"), ("find", "lose"), ("build", "destroy"), ("buy", "sell"), ("import", "export"), ("attack", "defence"), ("capture", "liberation"),
        ("north", "south"), ("east", "west"), ("first", "last"), ("old", "new"), ("young", "old"), ("strong", "weak"), ("good", "bad"), ("better", "worse"), ("quick", "slow"), ("full", "partial"), ("temporary", "permanent"), ("true", "false"), ("legality", "illegality"), ("successful", "unsuccessful"), ("always", "never"), ("often", "rarely"), ("earlier", "later"), ("past", "future"),
        ("support", "oppose"), ("allow", "ban"), ("confirm", "deny"), ("accept", "reject"), ("agree", "refuse"), ("praise", "criticise"), ("possible", "impossible"), ("likely", "unlikely"), ("with", "without"), ("man", "woman"), ("husband", "wife"), ("mother", "father"), ("son", "daughter"), ("ally", "enemy"), ("wounded", "killed"), ("export", "import"), ("peace", "war"), ("over", "under"), ("switch-on", "switch-off"), ("ability", "inability"),
    ];

    public string? Fault(StatementReading statement)
    {
        foreach (var (at, unit) in statement.Units.Index())
        {
            if (statement.Source.HoldTerm(unit.Term) || (at > 0 && Denial.IsCue(statement.Units[at - 1]))) continue;
            var opposite = OppositesOf(unit).FirstOrDefault(other => statement.Source.HoldConcept(other) && !IsDenied(statement, other) && !statement.Units.Any(own => own.Is(other)));
            if (opposite is not null) return $"'{unit.Span.In(statement.Statement.Text)}' is the opposite of what it cites says";
        }
        return Reordered(statement) is { } moved ? $"'{moved.Word}' comes on the other side of it in what it cites" : null;
    }

    /// <summary>"Before the ceasefire is signed" of "only after a ceasefire is signed": what stands behind the one word in the statement, behind the other in the source. "Not before" is after.</summary>
    private static Unit? Reordered(StatementReading statement)
    {
        if (statement.Units.Any(Denial.IsCue)) return null;
        var source = statement.Cited.SelectMany(read => Ordered(read.Units, ReachInSource)).ToLookup(pair => pair.What.Term, pair => pair.Order);
        return statement.Stated.SelectMany(read => Ordered(read.Units, 1)).FirstOrDefault(pair => source[pair.What.Term].Any() && source[pair.What.Term].All(order => order == -pair.Order)).What;
    }

    /// <summary>What follows words for "before" (-1) and "after" (1).</summary>
    private static IEnumerable<(Unit What, int Order)> Ordered(IReadOnlyList<Unit> units, int reach) =>
        from cue in units.Index()
        let order = OrderOf(cue.Item)
        where order != 0
        from what in units.Skip(cue.Index + 1).Where(unit => unit.Kind is not UnitKind.Function).Take(reach)
        where what.Kind is UnitKind.Concept or UnitKind.Word
        select (what, order);

    private static int OrderOf(Unit unit) =>
        unit.Is("before") || unit.Word is "before" or "until" or "до" or "перед" ? -1 : unit.Is("after") || unit.Is("since") || unit.Word is "after" or "once" or "since" or "після" or "после" ? 1 : 0;

    /// <summary>Who does not agree refuses.</summary>
    private static bool IsDenied(StatementReading statement, string concept) => statement.Cited.SelectMany(Denial.In).Any(denial => denial.Denied.Any(unit => unit.Is(concept)));

    /// <summary>Entries of the glossary.</summary>
    public static IEnumerable<string> OppositesOf(Unit unit) =>
        unit.Concept is { } said ? Opposites.Where(pair => pair.One == said.Id || pair.Other == said.Id).Select(pair => pair.One == said.Id ? pair.Other : pair.One) : [];
}
