using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What a source says, word by word, to look up the words of a statement in: by meaning, by sound across scripts, and by their beginnings.</summary>
internal sealed class SourceWords
{
    private const int LongEnoughToMistype = 5;
    private const int ShortestBeginning = 4;
    private const double SharedBeginning = 0.6;
    private const double SharedByDeclined = 0.7;
    private const int ShortestDeclined = 2;

    private readonly HashSet<string> terms;
    private readonly List<string> sounds;
    private readonly List<Entity> entities;
    private readonly HashSet<string> concepts;
    private readonly HashSet<string> groups;

    /// <param name="also">Terms that count besides.</param>
    public SourceWords(IEnumerable<Unit> source, IEnumerable<string>? also = null)
    {
        var units = source.ToList();
        terms = [.. units.SelectMany(unit => (IEnumerable<string>)[unit.Term, .. unit.Parts.Select(part => part.Term), .. unit.Wording, .. unit.Frame is { } frame ? [frame] : Array.Empty<string>()]), .. also ?? []];
        sounds = [.. units.SelectMany(SoundsOf).Distinct()];
        entities = [.. units.Select(unit => unit.Entity).OfType<Entity>().Distinct()];
        concepts = [.. units.Select(unit => unit.Concept?.Id).OfType<string>()];
        groups = [.. units.Select(unit => unit.Concept?.Group).OfType<string>()];
    }

    public bool HoldTerm(string term) => terms.Contains(term);

    /// <param name="id">Of an entry of the glossary.</param>
    public bool HoldConcept(string id) => concepts.Contains(id);

    /// <param name="name">Of a group of the glossary.</param>
    public bool HoldGroup(string name) => groups.Contains(name);

    /// <summary>A name, in whatever script and form: the lexicon's, one that sounds the same or, if long, nearly so.</summary>
    public bool HoldName(Unit name)
    {
        if (terms.Contains(name.Term) || (name.Frame is { } frame && terms.Contains(frame))) return true;
        if (name.Entity is { } entity) return entities.Exists(named => LiesIn(named, entity) || named.SpeaksFor.Contains(entity.Id)) || IsSpelt(name.Term);
        return IsSpelt(name.Term) || IsSpelt(WithoutSilentH(name)) || sounds.Exists(sound => AreDeclined(sound, name.Term)) || sounds.Exists(sound => name.Term.Length >= LongEnoughToMistype && sound.Length >= LongEnoughToMistype && Configuration.Suggestion.Distance(sound, name.Term) <= 1);
    }

    /// <summary>A common word, or one of the same meaning or root; a meeting is held by a summit, not the other way round.</summary>
    public bool HoldWord(Unit word) =>
        terms.Contains(word.Term) || (word.Parts.Count > 0 && word.Parts.All(part => terms.Contains(part.Term)))
        || (word.Concept is { } concept && concept.Near.Any(concepts.Contains))
        || (word.Entity is not null && HoldName(word))
        || SoundsOf(word).Any(sound => sounds.Exists(other => BeginAlike(sound, other)));

    /// <summary>"Stavkove" and «Ставкового», "Alla" and «Алли»: the same but for the ending.</summary>
    public static bool AreDeclined(string one, string other)
    {
        var shared = one.AsSpan().CommonPrefixLength(other);
        return (shared >= LongEnoughToMistype && shared >= SharedByDeclined * Math.Max(one.Length, other.Length))
            || (shared >= ShortestDeclined && EndsIn(one, shared) && EndsIn(other, shared));

        static bool EndsIn(string name, int shared) => name.Length == shared || (name.Length == shared + 1 && IsVowel(name[shared]));
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>"Dahl" is Даль.</summary>
    private static string WithoutSilentH(Unit name) => Transliteration.Skeleton(name.Word.Replace("hl", "l", StringComparison.Ordinal));

    private bool IsSpelt(string term) => sounds.Contains(term);

    private static bool LiesIn(Entity named, Entity place) => named.Kind is EntityKind.Place && place.Kind is EntityKind.Place && named.Side == place.Id;

    private static IEnumerable<string> SoundsOf(Unit unit) => unit.Kind switch
    {
        UnitKind.Word or UnitKind.Name => [unit.Term],
        UnitKind.Concept or UnitKind.Entity => unit.Wording.Select(word => word.TrimStart(Unit.WordMark)),
        _ => [],
    };

    private static bool BeginAlike(string one, string other)
    {
        var shared = one.AsSpan().CommonPrefixLength(other);
        return shared >= ShortestBeginning && shared >= SharedBeginning * Math.Max(one.Length, other.Length);
    }
}
