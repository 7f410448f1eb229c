using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What the source only reports as somebody's words is not told as a fact.</summary>
internal sealed class ClaimStaysAClaim : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        if (statement.Statement.Speaker is not null) return null;
        foreach (var stated in statement.Stated)
        {
            if (IsAttributed(stated)) continue;
            var support = statement.SupportOf(stated);
            if (IsSaidInWhatIsLeftOut(statement, stated, support)) continue;
            if (support.Claim is { } claim && IsAttributed(support.Units) && !Names(stated, claim.Speaker)) return $"it tells as a fact what '{claim.Speaker.Name}' says";
            if (support.Claim is null && SaysThat(support)) return "it tells as a fact what somebody says";
            if (support.Claim is null && support.Units.Any(unit => unit.Is("allegedly") || Saying.IsHedge(unit) || unit.Is("claim") || unit.Is("rumour"))) return "it tells as a fact what is only alleged";
        }
        return null;
    }

    private static bool IsAttributed(ReadSentence stated) => stated.Claim is not null || IsAttributed(stated.Units);

    private static bool IsAttributed(IReadOnlyList<Unit> units) => units.Any(unit => unit.IsOf("attribution") || Saying.IsVerb(unit) || unit.Is("recognise"));

    /// <summary>"…, who argued that": told word by word up to a relative clause or a bracket, in which alone something is said.</summary>
    private static bool IsSaidInWhatIsLeftOut(StatementReading statement, ReadSentence stated, ReadSentence support)
    {
        var alignment = statement.Alignments.FirstOrDefault(alignment => ReferenceEquals(alignment.Stated, stated) && ReferenceEquals(alignment.Cited, support));
        if (alignment is not { IsWordByWord: true, Pairs: [{ Cited: 0 }, .., var last] } || IsAttributed(alignment.Region)) return false;
        if (last.Cited + 1 >= support.Units.Count) return false;
        var next = support.Units[last.Cited + 1];
        var between = support.Sentence.Document.Text.AsSpan(support.Units[last.Cited].Span.End, next.Span.Start - support.Units[last.Cited].Span.End);
        return between.Contains('(') || next.Is("which") || next.Is("who") || next.Is("whose") || next.Is("where");
    }

    /// <summary>"…, officials said", «заявив, що»: of somebody whose name was not made out.</summary>
    private static bool SaysThat(ReadSentence support) =>
        support.Units.Any(unit => Saying.IsPlain(unit) && !unit.Is("add")) || support.Units.Zip(support.Units.Skip(1)).Any(pair => Saying.IsVerb(pair.First) && Saying.OpensWhatIsSaid(pair.Second));

    /// <summary>Whose stand it is, is said.</summary>
    private static bool Names(ReadSentence stated, Speaker speaker) =>
        stated.Names.Any(name => name.Speaker.Key == speaker.Key) || (speaker.Entity is { } entity && stated.Units.Any(unit => unit.Entity?.Id == entity.Id));
}
