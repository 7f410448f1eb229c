using System.Collections.Frozen;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>A sentence with what was read in it.</summary>
/// <param name="Quotations">What stands in quotation marks, in the document's text.</param>
/// <param name="Claim">Whose words it reports; null where it states something of its own.</param>
internal sealed record ReadSentence(Sentence Sentence, IReadOnlyList<Unit> Units, IReadOnlyList<TextSpan> Quotations, IReadOnlyList<NamedSpeaker> Names, Claim? Claim)
{
    /// <summary>Among so many first words a pronoun takes up what the sentence before spoke of; further on it may stand for a name beside it.</summary>
    private const int ReachOfPronoun = 5;

    private static readonly FrozenSet<string> Pronouns = new[]
    {
        "he she it they this these those such his her its their him them",
        "він вона воно вони це цей ця ці той та ті його її їх їхній такий така такі",
        "он она оно они это этот эта эти тот те его её ее их такой такая такие",
    }.SelectMany(words => words.Split(' ')).ToFrozenSet();

    private HashSet<string>? terms;
    private Entity[]? entities;
    private bool? pointsBack;

    /// <summary>As the index counts them, each as often as it stands there.</summary>
    public IReadOnlyList<string> IndexTerms => field ??= [.. Units.SelectMany(unit => unit.IndexTerms)];

    public IReadOnlySet<string> Terms => terms ??= [.. Units.SelectMany(unit => unit.Terms)];

    /// <summary>Those that are named, each once; not those of which only the adjective stands here.</summary>
    public ReadOnlySpan<Entity> Entities => entities ??= [.. Units.Where(unit => unit is { Entity: not null, IsAdjective: false }).Select(unit => unit.Entity!).DistinctBy(entity => entity.Id)];

    /// <summary>"It was …", "When these forces …", «Він …»: it goes on about what the sentence before it named.</summary>
    public bool PointsBack => pointsBack ??= Units.Take(ReachOfPronoun).Any(unit => Pronouns.Contains(unit.Word));

    public bool Has(string group) => Units.Any(unit => unit.IsOf(group));

    /// <summary>"However, …", «Однак …»: it stands against what was said before.</summary>
    public bool OpensWithContrast => Units.Take(3).Any(unit => unit.IsOf("contrast"));

    /// <summary>«не підтримала», "did not agree": agreement with a negation right before it.</summary>
    private bool NegatesAgreement => Units.Zip(Units.Skip(1)).Any(pair => pair.First.Is("not") && pair.Second.IsOf("agreeing"));

    /// <summary>It rejects, denies or contradicts, or stands against what was said before.</summary>
    public bool Opposes => OpensWithContrast || NegatesAgreement || Units.Any(unit => unit.IsOf("refusing") || unit.Is("deny") || unit.Is("in-contrast") || unit.Is("on-contrary"));
}
