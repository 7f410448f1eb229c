using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Whom the statement has speak, in its text or beside it, is the one the source has say it.</summary>
internal sealed class SpeakerStandsInTheSource(Lexicon lexicon) : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        var named = statement.Statement.Speaker;
        if (named is not null && !Says(statement, named)) return $"what it cites is not said by '{named.Name}'";
        var inText = statement.IsVerbatim ? null : statement.Stated.Select(read => read.Claim?.Speaker).FirstOrDefault(speaker => speaker is not null && !Says(statement, speaker));
        return inText is null ? null : $"what it cites is not said by '{inText.Name}'";
    }

    private bool Says(StatementReading statement, Speaker speaker)
    {
        var claims = statement.Cited.Select(read => read.Claim?.Speaker).OfType<Speaker>().ToList();
        if (claims.Exists(claimed => AreOne(claimed, speaker))) return true;
        // Whose words they are was not made out: then whoever is named there may speak.
        return statement.Cited.Any(read => read.Claim is null) && statement.CitedWithAntecedents.Any(read => read.Names.Any(name => AreOne(name.Speaker, speaker)) || read.Units.Any(unit => unit.Kind is UnitKind.Name or UnitKind.Word && unit.Term == speaker.Key));
    }

    private bool AreOne(Speaker one, Speaker other) =>
        one.Key == other.Key || (one.Entity is { } speaking && other.Entity is { } house && lexicon.SpeaksFor(speaking, house));
}
