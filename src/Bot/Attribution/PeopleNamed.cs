using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>The people a document has named so far, so that a surname alone is known for whose it is.</summary>
internal sealed class PeopleNamed
{
    /// <summary>By <see cref="Speaker.Key"/>; null where two people share it.</summary>
    private readonly Dictionary<string, Speaker?> known = [];

    /// <summary>"Menske" as the "Dara Menske" named before, and so a person; any other name as it is.</summary>
    public NamedSpeaker Recognise(NamedSpeaker name, IReadOnlyList<Unit> units)
    {
        if (LocalNamesake(name, units) is { } local) return name with { Speaker = local };
        if (name.IsPerson && name.Speaker.Name.Contains(' ')) Remember(name.Speaker);
        return known.GetValueOrDefault(name.Speaker.Key) is { } full ? name with { Speaker = full, IsPerson = true } : name;
    }

    /// <summary>A surname that somebody of the document has is that person's, whomever else of that name the lexicon knows.</summary>
    private Speaker? LocalNamesake(NamedSpeaker name, IReadOnlyList<Unit> units) =>
        name is { IsPerson: true, Speaker.Entity: not null } && name.First == name.Last ? known.GetValueOrDefault(Transliteration.Skeleton(units[name.First].Word)) : null;

    private void Remember(Speaker speaker)
    {
        if (known.TryAdd(speaker.Key, speaker)) return;
        // Two people of one surname: from then on the surname alone is nobody's in particular.
        if (known[speaker.Key] is { Entity: null } other && !MayBeOne(other.Name, speaker.Name)) known[speaker.Key] = null;
    }

    /// <summary>«Олена Тичко» and «Олени Тичко», "J. Callow" and "John Callow".</summary>
    private static bool MayBeOne(string one, string other) => char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0]);
}
