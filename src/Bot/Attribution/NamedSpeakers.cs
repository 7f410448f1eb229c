using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>A name in a sentence that could be a speaker's.</summary>
/// <param name="First">Index of its first unit.</param>
/// <param name="Last">Index of its last unit.</param>
/// <param name="IsPerson">A person, or a name of two words that the lexicon does not know.</param>
internal sealed record NamedSpeaker(int First, int Last, Speaker Speaker, bool IsPerson);

/// <summary>Finds the names in a sentence that could be speakers: those of the lexicon, and runs of capitalised words.</summary>
internal static class NamedSpeakers
{
    public static List<NamedSpeaker> In(string text, IReadOnlyList<Unit> units)
    {
        var found = new List<NamedSpeaker>();
        for (var at = 0; at < units.Count;)
        {
            if (units[at] is { Kind: UnitKind.Entity, IsAdjective: false, Entity: { CanSpeak: true } entity })
            {
                found.Add(new NamedSpeaker(at, at, Speaker.Of(entity), entity.Kind is EntityKind.Person));
                at++;
            }
            else if (IsNamePart(units[at], first: true))
            {
                var last = at;
                while (last + 1 < units.Count && IsNamePart(units[last + 1], first: false) && Touch(text, units[last], units[last + 1])) last++;
                found.Add(Run(text, units, at, last));
                at = last + 1;
            }
            else
            {
                at++;
            }
        }
        return found;
    }

    private static NamedSpeaker Run(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        // «міністр енергетики Карвенії Павло Ремез»: a country and the two words of a person's name.
        var hasInitials = Enumerable.Range(first, last - first + 1).Any(at => units[at].Shape is TokenShape.Initial);
        if (last - first >= 2 && !hasInitials && units[first].Word[0] >= 'а') first = last - 1;
        var name = text[units[first].Span.Start..units[last].Span.End];
        if (name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal)) name = name[..^2];
        return new NamedSpeaker(first, last, new Speaker(null, name), IsPerson: last > first);
    }

    private static bool IsNamePart(Unit unit, bool first) => unit switch
    {
        { Shape: TokenShape.Initial, Kind: not UnitKind.Entity } => true,
        { Kind: UnitKind.Name } => true,
        { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised } => !first || unit.IsOf("places"),
        _ => false,
    };

    private static bool Touch(string text, Unit left, Unit right)
    {
        var between = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        return between.Trim().IsEmpty || between.SequenceEqual(". ") || between.SequenceEqual(".") || between.SequenceEqual("-") || between.SequenceEqual(".\u00A0");
    }
}
