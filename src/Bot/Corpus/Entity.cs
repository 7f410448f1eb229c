using Bot.Linguistics;

namespace Bot.Corpus;

internal enum EntityKind
{
    Person,
    Institution,
    Place,
    Organisation,
    Agreement,
    Term,
}

/// <summary>A person, institution, place, organisation, agreement or term of the conflict: one entry of the lexicon.</summary>
/// <param name="Names">Its usual name, per <see cref="Language"/>.</param>
/// <param name="Roles">A person's office, per <see cref="Language"/>; null for what is no person.</param>
/// <param name="Side">The id of the country or organisation it belongs to.</param>
/// <param name="SpeaksFor">Ids of what it speaks for by office.</param>
internal sealed record Entity(
    string Id, EntityKind Kind, IReadOnlyList<string> Names, IReadOnlyList<string>? Roles, string? Side, IReadOnlyList<string> SpeaksFor)
{
    /// <summary>The rough sounds of its surname or last word, for finding mistyped names.</summary>
    public IReadOnlyList<string> NameSounds => nameSounds ??= [.. Names.Select(name => Transliteration.Skeleton(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant())).Distinct()];

    private string[]? nameSounds;

    /// <summary>What the index counts it under.</summary>
    public string Term { get; } = "@" + Id;

    public string Name(Language language) => Names[(int)language];

    /// <summary>Whether it can say something: a person, or what speaks through persons.</summary>
    public bool CanSpeak => Kind is EntityKind.Person or EntityKind.Institution or EntityKind.Organisation or EntityKind.Place;
}
