using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Attribution;

/// <summary>Who says something.</summary>
/// <param name="Entity">As the lexicon knows the speaker; null where it does not.</param>
/// <param name="Name">The lexicon's English name, else the name as the source writes it.</param>
internal sealed record Speaker(Entity? Entity, string Name)
{
    public static Speaker Of(Entity entity) => new(entity, entity.Name(Language.English));

    /// <summary>The same for "Dara Menske" and "Menske".</summary>
    public string Key { get; } = Entity?.Id ?? Transliteration.Skeleton(Name[(Name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
}

/// <summary>That a sentence reports what somebody said, thinks or wants.</summary>
internal sealed record Claim(Speaker Speaker);
