using System.Buffers;
using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>A word that denies, and what it denies: "has yet to reach the village", «удару не було».</summary>
/// <param name="IsInConcord">It denies once more what another denies: «ничего не решил», «ни одному не заплатило».</param>
/// <param name="PointsBack">It denies what was spoken of before: "without this".</param>
/// <param name="Before">The words before it: "want no agreement" denies the wanting.</param>
/// <param name="Clause">All the words behind it up to the end of its clause, those of grammar left out.</param>
/// <param name="Denied">The first of them.</param>
internal sealed record Denial(Unit Cue, bool IsInConcord, bool PointsBack, IReadOnlyList<Unit> Before, IReadOnlyList<Unit> Clause, IReadOnlyList<Unit> Denied)
{
    private const int Reach = 4;
    private const int ReachOfConcord = 5;

    /// <summary>Words that deny what follows them.</summary>
    private static readonly string[] Cues = ["not", "no", "neither", "none", "nobody", "nothing", "nowhere", "never", "without", "refuse", "reject", "deny", "disagree", "fail", "impossible", "inability", "rule-out", "abandon", "avoid", "prevent", "unlikely", "hardly", "yet-to", "lack", "keep-silent", "denied-access"];

    private static readonly string[] Plain = ["not", "no", "none", "nobody", "nothing", "nowhere", "never", "neither", "hardly", "yet-to", "without", "lack"];

    private static readonly string[] Concordant = ["nothing", "nobody", "nowhere", "none", "never", "neither"];

    private static readonly string[] Demonstratives = ["this", "that", "it", "цього", "того", "цієї", "этого", "этой"];

    private static readonly string[] Only = ["only", "just", "merely", "лише", "тільки", "только", "лишь"];

    private static readonly string[] Conjunctions = ["and", "but", "і", "й", "та", "и"];

    /// <summary>What is denied ends with its clause.</summary>
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;:—–»”\"(");

    public static IEnumerable<Denial> In(ReadSentence read)
    {
        var (units, text) = (read.Units, read.Sentence.Document.Text);
        for (var at = 0; at < units.Count; at++)
        {
            if (!IsCueAt(units, at) || (at + 1 < units.Count && Only.Contains(units[at + 1].Word))) continue;
            var clause = ClauseBehind(units, at, text).ToList();
            var denied = clause.Take(Reach).ToList();
            // «Боєприпасів там не було»: what there is not stands before it.
            if (at + 1 < units.Count && units[at + 1].Is("to-be") && denied.Count == 0) denied = [.. BackToAPause(units, at, text).Where(CanBeDenied).Take(Reach)];
            yield return new Denial(units[at], IsConcordant(units, at), at + 1 < units.Count && Demonstratives.Contains(units[at + 1].Word), [.. BackToAPause(units, at, text).Take(Reach)], clause, denied);
        }
    }

    /// <summary>"Not", "has yet to", "denied": it denies what follows.</summary>
    public static bool IsCue(Unit unit) =>
        (unit.Concept is { } concept && Cues.Contains(concept.Id)) || unit.Word.EndsWith("n't", StringComparison.Ordinal) || unit.Word == "cannot";

    public static int CountIn(IReadOnlyList<Unit> units) => Enumerable.Range(0, units.Count).Count(at => IsCueAt(units, at));

    /// <summary>What may be denied of the clause behind a word.</summary>
    public static IEnumerable<Unit> ClauseBehind(IReadOnlyList<Unit> units, int at, string text) => UpToAPause(units, at + 1, text).Where(CanBeDenied);

    /// <summary>Who refuses or denies what stands in any order: «удар заперечує».</summary>
    public bool IsStand => Cue.IsOf("refusing") || Cue.IsOf("reporting");

    /// <summary>"Does not admit", «не погоджується»: as much as to deny.</summary>
    public bool IsDisagreement => Denied is [{ Concept.Id: "admit" or "recognise" or "confirm" or "agree" or "accept" or "approve" }, ..];

    /// <summary>"Would not comment", «не каже».</summary>
    public bool IsSilence => Cue.Is("keep-silent") || (!IsStand && Denied is [var first, ..] && Saying.IsVerb(first)) || (Denied.Count == 0 && Before.Any(Saying.IsVerb));

    /// <summary>"Sirens had failed" is that they did not sound.</summary>
    public bool HasFailed => Cue.Is("fail") && Denied.Count == 0;

    /// <summary>"Has yet to" denies as "has not" does: all but the taking of a stand deny alike.</summary>
    public bool DeniesAs(Denial other) => Cue.Term == other.Cue.Term || (IsPlain && other.IsPlain);

    private bool IsPlain => Plain.Contains(Cue.Concept?.Id ?? "not");

    private static bool IsCueAt(IReadOnlyList<Unit> units, int at) => IsCue(units[at]) && !IsNumeroSign(units, at);

    /// <summary>"School No. 8".</summary>
    private static bool IsNumeroSign(IReadOnlyList<Unit> units, int at) =>
        units[at].Word == "no" && at + 1 < units.Count && units[at + 1] is { Kind: UnitKind.Number, Concept: null };

    private static bool IsConcordant(IReadOnlyList<Unit> units, int at) =>
        units[at].Word[0] >= 'а' && (Concordant.Contains(units[at].Concept?.Id) || units[at].Word is "ни" or "ані")
        && Enumerable.Range(at - ReachOfConcord, 2 * ReachOfConcord + 1).Any(near => near >= 0 && near < units.Count && near != at && units[near].Word is "не" or "нет" or "немає" or "нема");

    private static bool CanBeDenied(Unit unit) => unit.Kind is not UnitKind.Function && !IsOfDate(unit) && unit.Word.Length > 1 && !unit.Is("manage-to") && !unit.Is("to-be") && !unit.Is("so-far");

    private static IEnumerable<Unit> BackToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from - 1; at >= 0 && !PausesBefore(units, at + 1, text); at--) yield return units[at];
    }

    private static IEnumerable<Unit> UpToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from; at < units.Count && !IsUndecided(units[at]); at++)
        {
            if (at > from && (BeginsAClause(units, at) || (!Saying.OpensWhatIsSaid(units[at]) && PausesBefore(units, at, text) && !IsOfDate(units[at]) && !IsOfDate(units[at - 1])))) yield break;
            yield return units[at];
        }
    }

    /// <summary>"Failed on Thursday, 18 March 2032, to approve": a date is neither denied nor the end of a clause.</summary>
    private static bool IsOfDate(Unit unit) => unit.Kind is UnitKind.Number || unit.IsOf("month") || unit.IsOf("weekday");

    /// <summary>"Whether", «чи»: what follows is not denied.</summary>
    private static bool IsUndecided(Unit unit) => unit.Is("whether") || unit.Is("if") || unit.Word is "чи" or "ли";

    /// <summary>"… and will be", «… і вона»: what follows has a verb of its own.</summary>
    private static bool BeginsAClause(IReadOnlyList<Unit> units, int at) =>
        Conjunctions.Contains(units[at].Word) && at + 1 < units.Count && units[at + 1] is var next
        && (next.IsOf("modality") || next.IsOf("reporting") || next.Concept?.Id is "to-be" or "to-have" or "he" or "she" or "it" or "they");

    private static bool PausesBefore(IReadOnlyList<Unit> units, int at, string text) =>
        text.AsSpan(units[at - 1].Span.End, units[at].Span.Start - units[at - 1].Span.End).ContainsAny(Pauses);
}
