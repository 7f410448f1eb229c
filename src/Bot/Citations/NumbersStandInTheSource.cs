using System.Globalization;
using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>
/// Every number is one of the source's, in digits or words, and measures what it measures there. A round one may stand for
/// one near it where "about" says so.
/// </summary>
internal sealed class NumbersStandInTheSource : ICitationRule
{
    /// <summary>How far a rounder number may be from what it stands for.</summary>
    private const decimal Rounding = 0.1m;

    private const int ReachOfCounted = 3;

    private static readonly string[] RoundingCues = ["about-approx", "almost", "more-than", "less", "at-least", "at-most", "over", "under", "about"];

    /// <summary>"About", «майже»: the number behind it may be a round one.</summary>
    public static bool IsRoundingCue(Unit unit) => RoundingCues.Contains(unit.Concept?.Id);

    public string? Fault(StatementReading statement)
    {
        var source = statement.Cited.SelectMany(NumbersOf).ToList();
        foreach (var number in statement.Stated.SelectMany(NumbersOf))
        {
            var alike = source.Where(other => other.Term == number.Term && (number.IsDay || !other.IsDay)).ToList();
            if (alike.Count == 0)
            {
                if (number.IsOne || source.Exists(other => AreAsLong(number, other)) || IsOtherReading(number, statement.Source) || (number.IsRounded && source.Exists(other => other.Measure == number.Measure && IsNear(number.Term, other.Term)))) continue;
                return $"the number '{number.Words}' does not stand in what it cites";
            }
            if (number.Measure is not null && !number.IsYear && !alike.Exists(other => other.Measure == number.Measure || (number.IsAge && other.Measure is null)) && alike.TrueForAll(other => other.Measure is not null || other.Counted.Count > 0))
                return $"'{number.Words}' measures something else in what it cites";
            if (number.Bound * alike.Max(other => other.Bound) < 0 || number.Bound * alike.Min(other => other.Bound) < 0) return $"'{number.Words}' is the other bound in what it cites";
            if (number.IsAll && !statement.Source.HoldConcept("all")) return $"'{number.Words}' is not all of them in what it cites";
            if (CountsOther(number, alike, source)) return $"'{number.Words}' counts something else in what it cites";
        }
        var counted = statement.IsTranslation ? statement.Stated.SelectMany(Counted).FirstOrDefault(unit => !statement.Source.HoldWord(unit)) : null;
        counted ??= statement.Stated.SelectMany(Counted).FirstOrDefault(unit => (unit.IsOf("people") || unit.IsOf("war")) && !statement.Source.HoldWord(unit) && !IsCountedAs(unit, statement));
        if (counted is not null) return $"what it cites counts no '{counted.Span.In(statement.Statement.Text)}'";
        var measures = statement.Cited.SelectMany(read => read.Units.Select(unit => Measure.In(read.Sentence.Document.Text, unit, read.Sentence.Document.Language)))
            .Concat(source.Select(number => number.Measure))
            .Concat(statement.Stated.SelectMany(NumbersOf).Where(number => source.Exists(other => AreAsLong(number, other))).Select(number => number.Measure)).ToHashSet();
        var other = statement.Stated.SelectMany(read => read.Units.Index().Where(pair => !measures.Contains(Measure.In(statement.Statement.Text, pair.Item, statement.Language)) && !IsOfYear(read.Units, pair.Index) && !IsOfBareNumber(read.Units, pair.Index, source) && !statement.Source.HoldWord(pair.Item)).Select(pair => pair.Item)).FirstOrDefault();
        return other is null ? null : $"'{other.Span.In(statement.Statement.Text)}' is no measure of what it cites";
    }

    /// <summary>"A second crossing", "by a third": words of two readings, of which the translation takes one.</summary>
    private static bool IsOtherReading(Number number, SourceWords source) =>
        (number.Term == "=2" && (source.HoldConcept("second-unit") || source.HoldConcept("double"))) || (number.Term == "=0.333" && source.HoldConcept("third"));

    /// <summary>Spans of time that a calendar measures in one another: how many of a shorter one a longer one has.</summary>
    private static readonly (string Longer, string Shorter, decimal Count)[] Calendar = [("y", "mo", 12), ("wk", "d", 7), ("d", "h", 24), ("h", "min", 60), ("min", "s", 60)];

    /// <summary>«Пів року» is six months.</summary>
    private static bool AreAsLong(Number one, Number other) => Array.Exists(Calendar, pair =>
        (one.Measure == pair.Longer && other.Measure == pair.Shorter && ValueOf(one) * pair.Count == ValueOf(other))
        || (other.Measure == pair.Longer && one.Measure == pair.Shorter && ValueOf(other) * pair.Count == ValueOf(one)));

    private static decimal? ValueOf(Number number) => decimal.TryParse(number.Term.AsSpan(1), CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>"400 blankets": things that the glossary can translate, right behind their number; people may be called otherwise.</summary>
    private static IEnumerable<Unit> Counted(ReadSentence read) =>
        read.Units.Zip(read.Units.Skip(1)).Where(pair => pair.First.Kind is UnitKind.Number && IsThing(pair.Second) && Citations.Measure.In(read.Sentence.Document.Text, pair.Second, read.Sentence.Document.Language) is null).Select(pair => pair.Second);

    /// <summary>The source counts nothing else with that number: "48,000 lost power".</summary>
    private static bool IsCountedAs(Unit counted, StatementReading statement) =>
        statement.Stated.SelectMany(NumbersOf).Where(number => number.Counted.Take(1).Contains(counted.Term)).All(number => statement.Cited.SelectMany(NumbersOf).Where(other => other.Term == number.Term).All(other => other.Counted.Count == 0));

    private static bool IsThing(Unit unit) => unit is
    {
        Kind: UnitKind.Concept,
        Concept: { IsLight: false } and not { Id: "person" or "resident" or "man" or "woman" or "civilian" or "worker" or "victim" } and not { Group: "time" or "month" or "number" or "quantity" or "evaluation" or "descriptors" or "reporting" or "modality" or "action" or "movement" },
    };

    /// <summary>The "years" of "60 years", where the source says "older than 60".</summary>
    private static bool IsOfBareNumber(IReadOnlyList<Unit> units, int at, List<Number> source) =>
        at > 0 && units[at - 1].Kind is UnitKind.Number && source.Exists(number => number.Term == units[at - 1].Term && number.Measure is null && number.Term.Length <= 3);

    /// <summary>«2021 року», "the year 2021".</summary>
    private static bool IsOfYear(IReadOnlyList<Unit> units, int at) =>
        Enumerable.Range(at - 1, 3).Any(near => near >= 0 && near < units.Count && near != at && units[near].Kind is UnitKind.Number && units[near].Word.Length == 4);

    /// <summary>What the statement counts with this number, the source counts with another one, and never with this.</summary>
    private static bool CountsOther(Number number, List<Number> alike, List<Number> source) =>
        alike.TrueForAll(other => other.Counted.Count > 0) &&
        number.Counted.Take(1).Any(counted => counted is not ("#person" or "#resident") && !alike.Exists(other => other.Counted.Contains(counted)) && source.Exists(other => other.Term != number.Term && other.Counted.Take(1).Contains(counted)))
        && !number.Counted.Any(counted => alike.Exists(other => other.Counted.Contains(counted)));

    private static bool IsNear(string one, string other) =>
        decimal.TryParse(one.AsSpan(1), CultureInfo.InvariantCulture, out var stated) && decimal.TryParse(other.AsSpan(1), CultureInfo.InvariantCulture, out var exact)
        && Math.Abs(stated - exact) <= Rounding * Math.Abs(exact) && SignificantDigits(one) < SignificantDigits(other);

    private static int SignificantDigits(string term) => term.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Reverse().SkipWhile(digit => digit == '0').Count();

    /// <param name="Measure">See <see cref="Citations.Measure"/>.</param>
    /// <param name="Bound">1 where it is the least ("at least"), -1 where it is the most ("up to"), else 0.</param>
    /// <param name="IsDay">It is of a date: "March 10" counts no ten.</param>
    /// <param name="Counted">The terms of the few words behind it.</param>
    private sealed record Number(string Term, string Words, string? Measure, bool IsRounded, int Bound, bool IsAll, bool IsDay, bool IsFirst, IReadOnlyList<string> Counted)
    {
        /// <summary>"One of them" counts nothing; "the first of them" does.</summary>
        public bool IsOne => Term == "=1" && !IsFirst;

        /// <summary>"Older than 60" is of 60 years.</summary>
        public bool IsAge => Measure == "y" && Term.Length <= 3;

        /// <summary>«2021 року» is 2021.</summary>
        public bool IsYear => Measure == "y" && Term.Length == 5 && Term[1] is '1' or '2';
    }

    /// <summary>The number that words in a row spell, "two hundred and twenty-seven", «двадцять сім»; null where they do not. Moves to the last of them.</summary>
    private static decimal? SpelledAt(IReadOnlyList<Unit> units, ref int at)
    {
        if (units[at].Concept?.Value is not { } value || at + 1 >= units.Count || units[at + 1].Kind is not UnitKind.Number) return null;
        var (total, current, last) = (0m, value, value);
        while (at + 1 < units.Count && units[at + 1] is { Kind: UnitKind.Number, Concept.Value: { } next } && (next < last || next >= 100))
        {
            if (next >= 1000) (total, current) = (total + Math.Max(1, current) * next, 0);
            else if (next == 100 && current is >= 1 and < 10) current *= next;
            else current += next;
            last = next;
            at++;
        }
        return total + current;
    }

    private static int BoundOf(Unit before) =>
        LeastCues.Contains(before.Concept?.Id) ? 1 : MostCues.Contains(before.Concept?.Id) || before.Word is "до" ? -1 : 0;

    private static readonly string[] LeastCues = ["more-than", "more", "at-least", "over"];
    private static readonly string[] MostCues = ["less", "at-most", "under", "almost"];

    private static IEnumerable<Number> NumbersOf(ReadSentence read)
    {
        var (text, language) = (read.Sentence.Document.Text, read.Sentence.Document.Language);
        for (var at = 0; at < read.Units.Count; at++)
        {
            // "The two sides" are no count.
            if (read.Units[at].Kind is not UnitKind.Number || (read.Units[at].Is("two") && at + 1 < read.Units.Count && read.Units[at + 1].Is("side-party"))) continue;
            var first = at;
            var term = SpelledAt(read.Units, ref at) is { } value ? "=" + value.ToString(CultureInfo.InvariantCulture) : read.Units[at].Term;
            var last = at;
            var counted = read.Units.Skip(at + 1).Take(ReachOfCounted).TakeWhile((unit, index) => unit.Kind is not UnitKind.Number && !NumbersAreNotChangedOver.IsFate(unit) && !text.AsSpan(read.Units[last + index].Span.End, unit.Span.Start - read.Units[last + index].Span.End).ContainsAny(",;:—")).Where(unit => unit.Kind is UnitKind.Concept or UnitKind.Word && unit.Word.Length > 2 && unit.Concept is not { IsLight: true } && Citations.Measure.In(text, unit, language) is null).Select(unit => unit.Term);
            var isRounded = first > 0 && IsRoundingCue(read.Units[first - 1]);
            yield return new Number(term, text[read.Units[first].Span.Start..read.Units[at].Span.End], Measure.Of(text, read.Units, at, language), isRounded, first > 0 ? BoundOf(read.Units[first - 1]) : 0, first > 0 && read.Units[first - 1].Is("all"), NumbersAreNotChangedOver.IsOfDate(read.Units, at), read.Units[at].Is("first"), [.. counted]);
        }
    }
}
