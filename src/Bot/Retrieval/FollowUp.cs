using Bot.Conversations;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Questions that lean on the one before: "And what did the Kremlin say?", «А коли?», "Why did he?".</summary>
internal static class FollowUp
{
    private static readonly string[] Openers = ["and", "but", "so", "then", "also", "а", "і", "й", "и", "но", "але", "ну"];
    private static readonly string[] Pronouns = ["he", "she", "they", "it", "him", "her", "them"];

    public static bool IsOne(IReadOnlyList<Unit> units, string text)
    {
        if (units.Count == 0) return false;
        var content = units.Count(unit => unit.CountsInQueries && unit.Concept is not { IsLight: true } && !unit.IsOf("reporting"));
        var opens = Openers.Contains(units[0].Word) && text.Length < 80;
        return content == 0 || (opens && content <= 3) || (content <= 2 && units.Any(IsPronoun));
    }

    /// <summary>"And Trump?", «А Зеленський?», "What about Lavrov?": the name asked about; null where more is asked than of whom.</summary>
    public static Unit? OnlyName(IReadOnlyList<Unit> units)
    {
        if (units.Count < 2 || units.Any(unit => unit.Is("who") || unit.Is("to-be"))) return null;
        var asksAbout = units.Count == 3 && units[1].Is("about");
        if (!asksAbout && !Openers.Contains(units[0].Word)) return null;
        return units.Skip(1).Where(unit => unit.CountsInQueries).ToList() is [({ Entity.CanSpeak: true, IsAdjective: false } or { Kind: UnitKind.Name }) and var only] ? only : null;
    }

    /// <summary>The question before, asked of another: whose words it asked for, or else the person it named first, gives way. Null where it named nobody.</summary>
    public static List<Unit>? AskedOf(Unit other, List<Unit> before)
    {
        var speaker = AskedSpeaker.Of(before).Speaker;
        var named = before.Find(unit => speaker is not null && unit.Entity?.Id == speaker.Id) ?? before.Find(unit => unit is { Entity.Kind: EntityKind.Person, IsAdjective: false });
        return named is null ? null : before.ConvertAll(unit => ReferenceEquals(unit, named) ? other : unit);
    }

    /// <summary>Puts the person last spoken of where a pronoun stands for one.</summary>
    public static List<Unit> ResolvePronouns(List<Unit> units, Question question, IReadOnlyList<Unit> topic, TextAnalyzer analyzer)
    {
        if (question.Earlier is not [.., var last] || units.Exists(unit => unit.Entity is { Kind: EntityKind.Person })) return units;
        var person = last.AnsweredWith.Select(analyzer.Lexicon.Find).FirstOrDefault(entity => entity is { Kind: EntityKind.Person })
            ?? topic.Select(unit => unit.Entity).FirstOrDefault(entity => entity is { Kind: EntityKind.Person });
        if (person is null) return units;
        return units.ConvertAll(unit => unit.Is("he") || unit.Is("she") || unit.Is("him") || unit.Is("her")
            ? unit with { Term = person.Term, Kind = UnitKind.Entity, Entity = person, Concept = null }
            : unit);
    }

    private static bool IsPronoun(Unit unit) => unit.Kind is UnitKind.Function && (Pronouns.Contains(unit.Word) || Pronouns.Contains(unit.Concept?.Id));
}
