using System.Collections.Frozen;
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

    /// <summary>Words that begin a surname in small letters: аль-Харуни, "von der Leyen".</summary>
    private static readonly FrozenSet<string> Particles = [.. "al el bin ibn de da di du van von der den la le аль эль ель бин бін ибн ібн де да ди ван фон дер ла ле".Split(' ')];

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
                while (NextPart(text, units, last) is { } next) last = next;
                found.Add(Run(text, units, at, last));
                at = last + 1;
            }
            else if (BeginsHyphenedName(text, units, at))
            {
                found.Add(Run(text, units, at, at + 1));
                at += 2;
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
        && (GivenNames.IsSound(units[0].Term) || !(units[0].Word[^1] is 'й' or 'е' or 'є' or 'ы' or 'и' || units[0].Word.EndsWith("ая", StringComparison.Ordinal) || units[0].Word.EndsWith("на", StringComparison.Ordinal) || units[0].Word.EndsWith("ка", StringComparison.Ordinal)));

    /// <summary>The unit that goes on with the name, a particle between them at most; null where it ends.</summary>
    private static int? NextPart(string text, IReadOnlyList<Unit> units, int last)
    {
        for (var next = last + 1; next < units.Count && Touch(text, units[next - 1], units[next]) && IsCyrillic(units[last]) == IsCyrillic(units[next]); next++)
        {
            if (IsNamePart(units[next], first: false)) return next;
            if (!Particles.Contains(units[next].Word)) return null;
        }
        return null;
    }

    /// <summary>«сказал аль-Харуни».</summary>
    private static bool BeginsHyphenedName(string text, IReadOnlyList<Unit> units, int at) =>
        at + 1 < units.Count && Particles.Contains(units[at].Word) && IsNamePart(units[at + 1], first: false) && IsHyphen(text, units[at], units[at + 1]);

    private static NamedSpeaker Run(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        // «міністр енергетики Карвенії Павло Ремез»: a country and the two words of a person's name.
        var hasInitials = Enumerable.Range(first, last - first + 1).Any(at => units[at].Shape is TokenShape.Initial);
        if (!hasInitials && IsCyrillic(units[first])) first = LastTwoWords(text, units, first, last);
        var name = text[units[first].Span.Start..units[last].Span.End];
        if (name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal)) name = name[..^2];
        return new NamedSpeaker(first, last, new Speaker(null, name), IsPersonName(text, units, first, last), NominativeCase.HoldsOf(name, follows: first > 0 ? units[first - 1] : null));
    }

    /// <summary>«Маргит Олссен-Даль» and «Салим аль-Харуни» are of two words, too.</summary>
    private static int LastTwoWords(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        var (begin, words) = (last, 1);
        while (begin > first && (words < 2 || IsJoined(text, units, begin)))
        {
            if (!IsJoined(text, units, begin)) words++;
            begin--;
        }
        return begin;
    }

    /// <summary>It is of one word with the unit before it.</summary>
    private static bool IsJoined(string text, IReadOnlyList<Unit> units, int at) =>
        IsHyphen(text, units[at - 1], units[at]) || Particles.Contains(units[at - 1].Word);

    /// <summary>Two words, or one behind an office ("епископ Амброз"); not a place ("River Osk") and not a title in quotation marks («Голос Оска»).</summary>
    private static bool IsPersonName(string text, IReadOnlyList<Unit> units, int first, int last)
    {
        if (Enumerable.Range(first, last - first + 1).Any(at => units[at].IsOf("places"))) return false;
        var quoted = units[first].Span.Start > 0 && text[units[first].Span.Start - 1] is '«' or '“' or '"' or '„' && units[last].Span.End < text.Length && text[units[last].Span.End] is '»' or '”' or '"' or '“';
        if (quoted) return false;
        // The house of a person: «представитель Минобороны Игорь Конашенков».
        if (first == last && last + 1 < units.Count && units[last + 1].Entity is { Kind: EntityKind.Person } && Touch(text, units[last], units[last + 1])) return false;
        if (first == last && BeginsNameOfAHouse(text, units, first)) return false;
        return last > first || (first > 0 && (units[first - 1].IsOf("politics") || units[first - 1].IsOf("people") || units[first - 1].Is("officer") || units[first - 1].Is("commander") || units[first - 1].Is("general")));
    }

    /// <summary>«Координаційного штабу»: an adjective, and a noun in small letters.</summary>
    private static bool BeginsNameOfAHouse(string text, IReadOnlyList<Unit> units, int at) =>
        at + 1 < units.Count && units[at + 1] is { Kind: UnitKind.Concept, Shape: TokenShape.Lower } && Touch(text, units[at], units[at + 1])
        && Array.Exists(AdjectiveEndings, ending => units[at].Word.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] AdjectiveEndings = ["ий", "ій", "ый", "ой", "ого", "ому", "им", "ым", "ої", "ая", "ую"];

    private static bool IsNamePart(Unit unit, bool first) => unit switch
    {
        { Shape: TokenShape.Initial, Kind: not UnitKind.Entity } => true,
        // Shouted words are no name: "ATTENTION, READER".
        { Kind: UnitKind.Name, Shape: TokenShape.Capitals, Word.Length: > LongestAcronym } => false,
        { Kind: UnitKind.Name } => true,
        { Kind: UnitKind.Concept, Shape: TokenShape.Capitalised } => !first || unit.IsOf("places"),
        _ => false,
    };

    private static bool IsHyphen(string text, Unit left, Unit right) => right.Span.Start == left.Span.End + 1 && text[left.Span.End] is '-' or '‑';

    private static bool IsCyrillic(Unit unit) => unit.Word[0] >= 'а';

    private static bool Touch(string text, Unit left, Unit right)
    {
        var between = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        return between.Trim().IsEmpty || between.SequenceEqual(". ") || between.SequenceEqual(".") || between.SequenceEqual("-") || between.SequenceEqual("‑") || between.SequenceEqual(".\u00A0");
    }
}
