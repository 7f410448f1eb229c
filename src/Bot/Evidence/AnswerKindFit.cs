using Bot.Attribution;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>Whether a sentence holds the kind of thing that was asked for.</summary>
internal static class AnswerKindFit
{
    /// <summary>From here on a sentence counts as holding what was asked for.</summary>
    public const double Fits = 0.85;

    private const double Missing = 0.4;

    /// <summary>"Who" may be answered by "the engineers" or "residents of the village", though a name is what is mostly asked for.</summary>
    private const double PeopleUnnamed = 0.6;

    private static readonly HashSet<string> LooseTimes =
        ["today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow", "tonight", "week", "month", "year", "day", "daily", "hour", "soon", "later", "ago", "eve", "spring", "summer", "autumn", "winter", "morning", "evening", "night", "next", "end", "period", "century", "decade"];

    private const int ReachOfOffice = 3;

    private static readonly string[] Offices =
        ["president", "prime-minister", "minister", "foreign-minister", "defence-minister", "spokesperson", "ambassador", "envoy", "secretary-general", "head-of-state", "mayor", "governor", "chancellor", "commander", "head"];

    private static readonly string[] PlacePrepositions = ["in", "at", "to", "from", "near", "by", "on", "across", "into"];

    /// <summary>What is left of the evidence, in (0, 1]: 1 where the kind fits.</summary>
    public static double Of(Query query, ReadSentence sentence) => query.Kind switch
    {
        AnswerKind.Date => HasDate(query, sentence) ? 1 : HasLooseTime(query, sentence) ? Fits : Missing,
        AnswerKind.Place => Place(query, sentence),
        AnswerKind.Quantity => Quantity(query, sentence),
        AnswerKind.Duration => HasDuration(query, sentence) ? 1 : HasLooseTime(query, sentence) ? Fits : Missing,
        AnswerKind.Person => HasPerson(query, sentence) && HoldsOffice(query, sentence) ? 1 : HasPeople(query, sentence) ? PeopleUnnamed : Missing,
        AnswerKind.Identity => IsIntroduced(query, sentence) ? 1 : Missing,
        AnswerKind.Reason => sentence.Has("reason") ? 1 : 0.95,
        _ => 1,
    };

    private static bool IsNew(Query query, Unit unit) => !query.Asks(unit.Term);

    private static bool HasDate(Query query, ReadSentence sentence) =>
        sentence.Units.Any(unit => (unit.IsOf("month") || unit.IsOf("weekday") || IsYear(unit)) && IsNew(query, unit)) || HasClockTime(query, sentence);

    /// <summary>"at 4 a.m.", "by 5pm".</summary>
    private static bool HasClockTime(Query query, ReadSentence sentence) =>
        sentence.Units.Zip(sentence.Units.Skip(1)).Any(pair => pair.First.Kind is UnitKind.Number && pair.Second.Word is "am" or "pm" && IsNew(query, pair.First));

    private static bool HasLooseTime(Query query, ReadSentence sentence) =>
        sentence.Units.Any(unit => unit.Concept is { } concept && LooseTimes.Contains(concept.Id) && IsNew(query, unit));

    private static bool IsYear(Unit unit) => unit.Kind is UnitKind.Number && unit.Word.Length == 4 && unit.Word[0] is '1' or '2' && unit.Term.Length == 5;

    /// <summary>"in Brussels" says where; "U.S. President" only names a country.</summary>
    private static double Place(Query query, ReadSentence sentence)
    {
        var named = false;
        for (var at = 0; at < sentence.Units.Count; at++)
        {
            var unit = sentence.Units[at];
            var isPlace = unit is { Entity.Kind: EntityKind.Place, IsAdjective: false } or { Kind: UnitKind.Name } || unit.IsOf("places");
            if (!isPlace || !IsNew(query, unit)) continue;
            if (Enumerable.Range(at - 2, 2).Any(before => before >= 0 && PlacePrepositions.Contains(sentence.Units[before].Concept?.Id))) return 1;
            named |= unit.Entity is { Kind: EntityKind.Place };
        }
        return named ? 0.7 : Missing;
    }

    /// <summary>A number that counts what was asked to be counted; one that counts something else is half an answer at best.</summary>
    private static double Quantity(Query query, ReadSentence sentence)
    {
        var numbers = Enumerable.Range(0, sentence.Units.Count).Where(at => IsCount(sentence, at) && IsNew(query, sentence.Units[at])).ToList();
        if (numbers.Count == 0) return Missing;
        var counted = query.Terms.FirstOrDefault(term => term.Unit.Kind is UnitKind.Concept or UnitKind.Word && term.Weight > 0.2)?.Term;
        if (counted is null) return 1;
        if (numbers.Exists(at => Near(sentence, at).Any(unit => unit.Terms.Contains(counted) || (IsMoney(counted) && IsMoney(unit.Term))))) return 1;
        var countsPeople = IsPeople(query.Terms.First(term => term.Term == counted).Unit) && numbers.Exists(at => Near(sentence, at).Any(IsPeople));
        return countsPeople || sentence.Terms.Contains(counted) ? Fits : 0.7;
    }

    private static bool HasDuration(Query query, ReadSentence sentence) =>
        Enumerable.Range(0, sentence.Units.Count).Any(at => sentence.Units[at].Kind is UnitKind.Number && IsNew(query, sentence.Units[at])
            && Near(sentence, at).Any(unit => unit.Concept?.Id is "second-unit" or "minute" or "hour" or "day" or "week" or "month" or "year" or "decade" or "age"));

    private static IEnumerable<Unit> Near(ReadSentence sentence, int number) =>
        Enumerable.Range(number - 1, 5).Where(at => at >= 0 && at < sentence.Units.Count).Select(at => sentence.Units[at]);

    public static bool IsPeople(Unit unit) => unit.IsOf("people") || unit.Concept?.Id is "troops" or "prisoner-of-war" or "hostage" or "casualty" or "wounded" or "killed" or "victim" or "volunteer";

    private static bool IsMoney(string term) => term is "#money" or "#price" or "#budget" or "#salary" or "#currency" or "#dollar" or "#euro" or "#hryvnia" or "#rouble";

    private static bool IsCount(ReadSentence sentence, int at)
    {
        var unit = sentence.Units[at];
        if (unit.Kind is not UnitKind.Number || unit.Concept is { Value: <= 1 }) return false;
        var inDate = (at > 0 && sentence.Units[at - 1].IsOf("month")) || (at + 1 < sentence.Units.Count && sentence.Units[at + 1].IsOf("month"));
        return !inDate && !IsYear(unit);
    }

    private static bool HasPerson(Query query, ReadSentence sentence) =>
        sentence.Names.Any(name => (name.IsPerson || name.Speaker.Entity is { Kind: not EntityKind.Place })
            && Enumerable.Range(name.First, name.Last - name.First + 1).All(at => IsNew(query, sentence.Units[at])));

    /// <summary>Not where a holder of an office is asked for, who has a name.</summary>
    private static bool HasPeople(Query query, ReadSentence sentence) => OfficeIn(query) is null && sentence.Units.Any(unit => IsPeople(unit) && IsNew(query, unit));

    private static QueryTerm? OfficeIn(Query query) => query.Terms.FirstOrDefault(term => Offices.Contains(term.Unit.Concept?.Id));

    /// <summary>Asked who holds an office of a country or house, the one named beside the office must be of it: Lavrov is no minister of Ukraine's.</summary>
    private static bool HoldsOffice(Query query, ReadSentence sentence)
    {
        var office = OfficeIn(query);
        var house = query.Terms.FirstOrDefault(term => term.Unit.Entity is { Kind: EntityKind.Place or EntityKind.Institution or EntityKind.Organisation })?.Unit.Entity;
        if (office is null || house is null) return true;
        return sentence.Names.Where(name => name.IsPerson).Any(name => Enumerable.Range(name.First - ReachOfOffice, name.Last - name.First + 2 * ReachOfOffice + 1)
            .Any(at => at >= 0 && at < sentence.Units.Count && sentence.Units[at].Term == office.Term) && IsOf(name, house, sentence));
    }

    private static bool IsOf(NamedSpeaker name, Entity house, ReadSentence sentence) => name.Speaker.Entity is { } person
        ? person.Side == house.Id || person.SpeaksFor.Contains(house.Id)
        : Enumerable.Range(name.First - 2 * ReachOfOffice, 4 * ReachOfOffice).Any(at => at >= 0 && at < sentence.Units.Count && sentence.Units[at].Entity?.Id == house.Id);

    /// <summary>The person's office stands right beside the name: "spokesperson Dmitry Peskov", "Askova, the foreign minister".</summary>
    private static bool IsIntroduced(Query query, ReadSentence sentence)
    {
        for (var at = 0; at < sentence.Units.Count; at++)
        {
            if (IsNew(query, sentence.Units[at]) || sentence.Units[at].Kind is not (UnitKind.Entity or UnitKind.Name)) continue;
            var near = Enumerable.Range(at - 3, 9).Where(index => index >= 0 && index < sentence.Units.Count).Select(index => sentence.Units[index]);
            if (near.Any(unit => unit.IsOf("politics") || unit.IsOf("people") || unit.Is("commander") || unit.Is("general") || unit.Is("officer"))) return true;
        }
        return false;
    }
}
