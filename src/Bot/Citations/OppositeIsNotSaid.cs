namespace Bot.Citations;

/// <summary>Where the source says "before", "won" or "north", the statement does not say the opposite.</summary>
internal sealed class OppositeIsNotSaid : ICitationRule
{
    /// <summary>Entries of the glossary that are each other's opposites.</summary>
    private static readonly (string One, string Other)[] Opposites =
    [
        ("before", "after"), ("increase", "decrease"), ("growth", "decrease"), ("increase", "fall"), ("rise", "fall"), ("rise", "decrease"), ("big", "small"), ("high", "low"), ("more", "less"), ("most", "few"), ("many", "few"), ("all", "none"), ("at-least", "at-most"), ("more-than", "less"),
        ("win", "lose"), ("open", "close"), ("begin", "end"), ("continue", "stop"), ("enter", "leave"), ("arrive", "leave"), ("give", "take"), ("find", "lose"), ("build", "destroy"), ("save", "kill"), ("buy", "sell"), ("import", "export"), ("attack", "defence"), ("advance", "withdrawal"), ("capture", "liberation"),
        ("north", "south"), ("east", "west"), ("first", "last"), ("old", "new"), ("young", "old"), ("strong", "weak"), ("good", "bad"), ("better", "worse"), ("quick", "slow"), ("full", "partial"), ("temporary", "permanent"), ("true", "false"), ("legality", "illegality"), ("successful", "unsuccessful"), ("always", "never"), ("often", "rarely"), ("earlier", "later"), ("past", "future"),
        ("support", "oppose"), ("allow", "ban"), ("confirm", "deny"), ("accept", "reject"), ("agree", "refuse"), ("praise", "criticise"), ("possible", "impossible"), ("likely", "unlikely"), ("with", "without"), ("man", "woman"), ("husband", "wife"), ("mother", "father"), ("son", "daughter"), ("ally", "enemy"), ("wounded", "killed"), ("export", "import"), ("peace", "war"), ("top", "bottom"), ("over", "under"), ("switch-on", "switch-off"), ("ability", "inability"),
    ];

    public string? Fault(StatementReading statement)
    {
        foreach (var unit in statement.Units)
        {
            if (unit.Concept is not { } said || statement.Source.HoldTerm(unit.Term)) continue;
            var opposite = Opposites.Select(pair => pair.One == said.Id ? pair.Other : pair.Other == said.Id ? pair.One : null).FirstOrDefault(other => other is not null && statement.Source.HoldConcept(other) && !statement.Units.Any(own => own.Is(other)));
            if (opposite is not null) return $"'{unit.Span.In(statement.Statement.Text)}' is the opposite of what it cites says";
        }
        return null;
    }
}
