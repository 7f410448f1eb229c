using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>A name in a sentence that could be a speaker's.</summary>
/// <param name="First">Index of its first unit.</param>
/// <param name="Last">Index of its last unit.</param>
/// <param name="IsPerson">A person, or a name of two words that the lexicon does not know.</param>
/// <param name="IsSubject">It stands in the case of one who acts: «Путин», not «Путину» or «Путина». English names always do.</param>
internal sealed record NamedSpeaker(int First, int Last, Speaker Speaker, bool IsPerson, bool IsSubject);

/// <summary>Finds the names in a sentence that could be speakers: those of the lexicon, and runs of capitalised words.</summary>
internal static class NamedSpeakers
{
    private const int LongestAcronym = 5;

    /// <param name="namesInside">Terms that stand capitalised inside the document's sentences: a sentence's first word is a name only if it is one of them.</param>
    public static List<NamedSpeaker> In(string text, IReadOnlyList<Unit> units, IReadOnlySet<string> namesInside)
    {
        var found = new List<NamedSpeaker>();
        for (var at = 0; at < units.Count;)
        {
            if (units[at] is { Kind: UnitKind.Entity, IsAdjective: false, Entity: { CanSpeak: true } entity })
            {
                found.Add(new NamedSpeaker(at, at, Speaker.Of(entity), entity.Kind is EntityKind.Person, NominativeCase.Holds(text, units[at])));
                at++;
            }
            else if (IsNamePart(units[at], first: true) && (at > 0 || units[at].Shape is TokenShape.Initial || namesInside.Contains(units[at].Term) || OpensWithFullName(text, units)))
            {
                var last = at;
                while (last + 1 < units.Count && IsNamePart(units[last + 1], first: false) && Touch(text, units[last], units[last + 1]) && IsCyrillic(units[last]) == IsCyrillic(units[last + 1])) last++;
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

    /// <summary>"Marta Lindqvist is …": a first word that another name follows; not «Уполномоченная Карвении …», where it is an adjective or an office.</summary>
    private static bool OpensWithFullName(string text, IReadOnlyList<Unit> units) =>
        units.Count > 1 && units[1].Kind is UnitKind.Name && Touch(text, units[0], units[1])
        && !(units[0].Word[^1] is 'й' or 'е' or 'є' or 'ы' or 'и' || units[0].Word.EndsWith("ая", StringComparison.Ordinal) || units[0].Word.EndsWith("на", StringComparison.Ordinal) || units[0].Word.EndsWith("ка", StringComparison.Ordinal));

    private static NamedSpeaker Run(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        // «міністр енергетики Карвенії Павло Ремез»: a country and the two words of a person's name.
        var hasInitials = Enumerable.Range(first, last - first + 1).Any(at => units[at].Shape is TokenShape.Initial);
        if (last - first >= 2 && !hasInitials && IsCyrillic(units[first])) first = last - 1;
        var name = text[units[first].Span.Start..units[last].Span.End];
        if (name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal)) name = name[..^2];
        return new NamedSpeaker(first, last, new Speaker(null, name), IsPersonName(text, units, first, last), NominativeCase.HoldsOf(name, follows: first > 0 ? units[first - 1] : null));
    }

    /// <summary>Two words, or one behind an office ("епископ Амброз"); not a place ("River Osk") and not a title in quotation marks («Голос Оска»).</summary>
    private static bool IsPersonName(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        if (Enumerable.Range(first, last - first + 1).Any(at => units[at].IsOf("places"))) return false;
        var quoted = units[first].Span.Start > 0 && text[units[first].Span.Start - 1] is '«' or '“' or '"' or '„' && units[last].Span.End < text.Length && text[units[last].Span.End] is '»' or '”' or '"' or '“';
        if (quoted) return false;
        // The house of a person: «представитель Минобороны Игорь Конашенков».
        if (first == last && last + 1 < units.Count && units[last + 1].Entity is { Kind: EntityKind.Person } && Touch(text, units[last], units[last + 1])) return false;
        return last > first || (first > 0 && (units[first - 1].IsOf("politics") || units[first - 1].IsOf("people") || units[first - 1].Is("officer") || units[first - 1].Is("commander") || units[first - 1].Is("general")));
    }

    private static bool IsNamePart(Unit unit, bool first) => unit switch
    {
        { Shape: TokenShape.Initial, Kind: not UnitKind.Entity } => true,
        // Shouted words are no name: "ATTENTION, READER".
        { Kind: UnitKind.Name, Shape: TokenShape.Capitals, Word.Length: > LongestAcronym } => false,
        { Kind: UnitKind.Name } => true,
        { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised } => !first || unit.IsOf("places"),
        _ => false,
    };

    private static bool IsCyrillic(Unit unit) => unit.Word[0] >= 'а';

    private static bool Touch(string text, Unit left, Unit right)
    {
        var between = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        return between.Trim().IsEmpty || between.SequenceEqual(". ") || between.SequenceEqual(".") || between.SequenceEqual("-") || between.SequenceEqual(".\u00A0");
    }
}
