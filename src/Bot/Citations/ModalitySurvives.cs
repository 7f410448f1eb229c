using Bot.Attribution;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What the source says may be, is wanted or is to come is not said to be surer than that.</summary>
internal sealed class ModalitySurvives : ICitationRule
{
    /// <summary>How sure it is that something is so; a statement may be less sure than its source, never more.</summary>
    private enum Sureness
    {
        Possible,
        Intended,
        ToCome,
        Fact,
    }

    private const int Reach = 3;
    private const int ReachBack = 4;
    private const int ReachAhead = 8;
    private const int FewestShared = 2;
    private const int NearlyAll = 3;

    private static readonly Dictionary<string, Sureness> Cues = new()
    {
        ["may"] = Sureness.Possible, ["can"] = Sureness.Possible, ["possible"] = Sureness.Possible, ["likely"] = Sureness.Possible, ["unlikely"] = Sureness.Possible, ["not-rule-out"] = Sureness.Possible,
        ["opportunity"] = Sureness.Possible, ["allegedly"] = Sureness.Possible, ["rumour"] = Sureness.Possible, ["suspect"] = Sureness.Possible, ["if"] = Sureness.Possible,
        ["accuse"] = Sureness.Possible, ["risk"] = Sureness.Possible, ["threat"] = Sureness.Possible, ["open-to"] = Sureness.Possible, ["no-problem-with"] = Sureness.Possible, ["doubt"] = Sureness.Possible,
        ["intend"] = Sureness.Intended, ["plan"] = Sureness.Intended, ["want"] = Sureness.Intended, ["ready"] = Sureness.Intended, ["try"] = Sureness.Intended,
        ["consider"] = Sureness.Intended, ["propose"] = Sureness.Intended, ["ask"] = Sureness.Intended, ["demand"] = Sureness.Intended, ["call-for"] = Sureness.Intended,
        ["hope"] = Sureness.Intended, ["promise"] = Sureness.Intended, ["commit"] = Sureness.Intended, ["expect"] = Sureness.Intended, ["need-necessity"] = Sureness.Intended,
        ["should"] = Sureness.Intended, ["must"] = Sureness.Intended, ["prepare"] = Sureness.Intended, ["recommend"] = Sureness.Intended, ["predict"] = Sureness.Intended,
        ["push-for"] = Sureness.Intended, ["beg"] = Sureness.Intended, ["goal"] = Sureness.Intended, ["dream"] = Sureness.Intended,
        ["will"] = Sureness.ToCome, ["would"] = Sureness.ToCome,
    };

    public string? Fault(StatementReading statement)
    {
        if (statement.Alignments.FirstOrDefault(alignment => alignment.IsWordByWord && IsSurer(alignment)) is not null) return "a word that makes it less sure in what it cites is left out";
        var source = statement.Cited.SelectMany(Heads).GroupBy(head => head.Term).ToDictionary(group => group.Key, group => group.Max(head => head.Sureness));
        var plain = statement.Cited.SelectMany(PlainTerms).ToHashSet();
        foreach (var stated in statement.Stated)
        {
            for (var at = 0; at < stated.Units.Count; at++)
            {
                var unit = stated.Units[at];
                if (!IsContent(unit) || plain.Contains(unit.Term) || !source.TryGetValue(unit.Term, out var sure)) continue;
                if (SurenessAround(stated, at) > sure && !stated.Units.Any(cue => SurenessOf(cue, statement) <= sure)) return $"'{unit.Span.In(statement.Statement.Text)}' is less sure in what it cites";
            }
        }
        if (statement.Stated.FirstOrDefault(stated => RestsOnWhatMayBe(stated, statement)) is not null) return "all it says is less sure in what it cites";
        var boost = statement.Units.FirstOrDefault(unit => unit.Concept is { } concept && Boosters.Contains(concept.Id) && !statement.Source.HoldTerm(unit.Term) && !(unit.Is("in-any-case") && statement.Source.HoldConcept("despite")));
        return boost is null ? null : $"'{boost.Span.In(statement.Statement.Text)}' makes it surer than what it cites";
    }

    /// <summary>"London sends 200 engineers" of "London may send up to 200 engineers": nothing in it is unsure, and nearly all it has of its source stands behind a "may" there.</summary>
    private static bool RestsOnWhatMayBe(ReadSentence stated, StatementReading statement)
    {
        if (stated.Units.Any(unit => SurenessOf(unit, statement) <= Sureness.Possible)) return false;
        return statement.CitedParts.Any(part =>
        {
            var cue = part.Units.Index().Where(unit => CueOf(unit.Item) is Sureness.Possible && unit.Item.Concept?.Id is "may" or "possible" or "can").Select(unit => (int?)unit.Index).FirstOrDefault();
            if (cue is not { } at) return false;
            var behind = part.Units.Skip(at + 1).TakeWhile((_, index) => index == 0 || !PausesBefore(part, at + 1 + index)).ToList();
            // A name may stand before the "may", and its bearer be who is to act.
            var shared = stated.Units.Where(unit => unit.Kind is not UnitKind.Function && unit.Concept is not { IsLight: true } and not { Group: "reporting" } && part.Units.Any(other => other.Term == unit.Term)).ToList();
            var (unsure, sure) = (shared.FindAll(IsBehind), shared.FindAll(unit => !IsBehind(unit) && unit.Kind is not (UnitKind.Name or UnitKind.Entity)));
            return shared.Count >= FewestShared && unsure.Count > NearlyAll * sure.Count;

            bool IsBehind(Unit unit) => behind.Exists(other => other.Term == unit.Term);
        });
    }

    /// <summary>In a statement a noun tells it, too, "a proposal to add", who "assures" that something will be, and the form of a Ukrainian or Russian verb: «обміняють».</summary>
    private static Sureness? SurenessOf(Unit unit, StatementReading statement) =>
        CueOf(unit) ?? (unit.Is("proposal-document") || unit.Is("assure") ? Sureness.Intended : statement.Language is not Language.English && TenseSurvives.IsNotPast(unit) ? Sureness.ToCome : null);

    /// <summary>Word by word, some "may" is lost, or is a "will".</summary>
    private static bool IsSurer(Alignment alignment)
    {
        var (stated, cited) = (CountsIn(alignment.Stated.Units), CountsIn(alignment.Region));
        return Enum.GetValues<Sureness>().Any(sureness => stated.Where(count => count.Key <= sureness).Sum(count => count.Value) < cited.Where(count => count.Key <= sureness).Sum(count => count.Value));

        static Dictionary<Sureness, int> CountsIn(IReadOnlyList<Unit> units) =>
            units.Select(unit => CueOf(unit) ?? Sureness.Fact).CountBy(sureness => sureness).Where(count => count.Key is not Sureness.Fact).ToDictionary();
    }

    /// <summary>Words that make surer what stands with them.</summary>
    private static readonly string[] Boosters = ["certain", "always", "in-any-case", "manage-to", "true", "ever"];

    /// <summary>The first words of content behind each cue, with how sure they are: of "might ask", the less sure.</summary>
    private static IEnumerable<(string Term, Sureness Sureness)> Heads(ReadSentence read) =>
        Governed(read).GroupBy(pair => pair.Index).Select(governed => (read.Units[governed.Key].Term, governed.Min(pair => pair.Sureness)));

    /// <summary>The terms that also stand where no cue governs them.</summary>
    private static IEnumerable<string> PlainTerms(ReadSentence read)
    {
        var governed = Governed(read).Select(pair => pair.Index).ToHashSet();
        return read.Units.Index().Where(pair => IsContent(pair.Item) && !governed.Contains(pair.Index)).Select(pair => pair.Item.Term);
    }

    private static IEnumerable<(int Index, Sureness Sureness)> Governed(ReadSentence read)
    {
        for (var at = 0; at < read.Units.Count; at++)
        {
            if (CueAt(read, at) is not { } sureness) continue;
            var taken = 0;
            for (var index = at + 1; index < read.Units.Count && index <= at + ReachAhead && taken < Reach; index++)
            {
                if (index > at + 1 && PausesBefore(read, index)) break;
                if (!IsContent(read.Units[index]) || read.Units[index - 1].Kind is UnitKind.Number) continue;
                taken++;
                yield return (index, sureness);
            }
        }
    }

    private static bool PausesBefore(ReadSentence read, int at) =>
        read.Sentence.Document.Text.AsSpan(read.Units[at - 1].Span.End, read.Units[at].Span.Start - read.Units[at - 1].Span.End).ContainsAny(",;:—–");

    private static Sureness SurenessAround(ReadSentence read, int at)
    {
        var sureness = Sureness.Fact;
        for (var index = Math.Max(0, at - ReachAhead); index < Math.Min(read.Units.Count, at + ReachBack); index++)
        {
            if (index != at && CueAt(read, index) is { } cue && cue < sureness) sureness = cue;
        }
        return sureness;
    }

    /// <summary>Who insists that something is so demands nothing.</summary>
    private static Sureness? CueAt(ReadSentence read, int at) =>
        read.Units[at].Is("demand") && at + 1 < read.Units.Count && Saying.OpensWhatIsSaid(read.Units[at + 1]) ? null : CueOf(read.Units[at]);

    private static Sureness? CueOf(Unit unit) =>
        Saying.IsHedge(unit) ? Sureness.Possible : unit.Concept is { } concept && Cues.TryGetValue(concept.Id, out var sureness) ? sureness : null;

    private static bool IsContent(Unit unit) =>
        unit.Kind is UnitKind.Concept or UnitKind.Word && unit.Word.Length > 1 && CueOf(unit) is null;
}
