using Bot.Attribution;

namespace Bot.Citations;

/// <summary>What the source only reports as somebody's words is not told as a fact.</summary>
internal sealed class ClaimStaysAClaim : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        if (statement.IsVerbatim || statement.Statement.Speaker is not null) return null;
        foreach (var stated in statement.Stated)
        {
            if (IsAttributed(stated)) continue;
            var support = statement.SupportOf(stated);
            if (support.Claim is { } claim && !Names(stated, claim.Speaker)) return $"it tells as a fact what '{claim.Speaker.Name}' says";
            if (support.Claim is null && SaysThat(support)) return "it tells as a fact what somebody says";
            if (support.Claim is null && support.Units.Any(unit => unit.Is("allegedly") || unit.Is("claim") || unit.Is("rumour"))) return "it tells as a fact what is only alleged";
        }
        return null;
    }

    private static bool IsAttributed(ReadSentence stated) =>
        stated.Claim is not null || stated.Units.Any(unit => unit.IsOf("attribution") || Saying.IsVerb(unit));

    /// <summary>"said that", «заявив, що»: of somebody whose name was not made out.</summary>
    private static bool SaysThat(ReadSentence support) =>
        support.Units.Zip(support.Units.Skip(1)).Any(pair => Saying.IsVerb(pair.First) && (pair.Second.Is("that") || pair.Second.Word is "що" or "что"));

    /// <summary>Whose stand it is, is said.</summary>
    private static bool Names(ReadSentence stated, Speaker speaker) =>
        stated.Names.Any(name => name.Speaker.Key == speaker.Key) || (speaker.Entity is { } entity && stated.Units.Any(unit => unit.Entity?.Id == entity.Id));
}
