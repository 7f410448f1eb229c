using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>A sentence with what was read in it.</summary>
/// <param name="Quotations">What stands in quotation marks, in the document's text.</param>
/// <param name="Claim">Whose words it reports; null where it states something of its own.</param>
internal sealed record ReadSentence(Sentence Sentence, IReadOnlyList<Unit> Units, IReadOnlyList<TextSpan> Quotations, IReadOnlyList<NamedSpeaker> Names, Claim? Claim)
{
    private HashSet<string>? terms;
    private Entity[]? entities;

    /// <summary>As the index counts them, each as often as it stands there.</summary>
    public IReadOnlyList<string> IndexTerms => field ??= [.. Units.SelectMany(unit => unit.IndexTerms)];

    public IReadOnlySet<string> Terms => terms ??= [.. Units.SelectMany(unit => unit.Terms)];

    /// <summary>Those that are named, each once; not those of which only the adjective stands here.</summary>
    public ReadOnlySpan<Entity> Entities => entities ??= [.. Units.Where(unit => unit is { Entity: not null, IsAdjective: false }).Select(unit => unit.Entity!).DistinctBy(entity => entity.Id)];

    public bool Has(string group) => Units.Any(unit => unit.IsOf(group));

    /// <summary>"However, …", «Однак …»: it stands against what was said before.</summary>
    public bool OpensWithContrast => Units.Take(3).Any(unit => unit.IsOf("contrast"));

    /// <summary>«не підтримала», "did not agree": agreement with a negation right before it.</summary>
    private bool NegatesAgreement => Units.Zip(Units.Skip(1)).Any(pair => pair.First.Is("not") && pair.Second.IsOf("agreeing"));

    /// <summary>It rejects, denies or contradicts, or stands against what was said before.</summary>
    public bool Opposes => OpensWithContrast || NegatesAgreement || Units.Any(unit => unit.IsOf("refusing") || unit.Is("deny") || unit.Is("in-contrast") || unit.Is("on-contrary"));
}
