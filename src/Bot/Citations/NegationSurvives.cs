using System.Buffers;
using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What the source says is not so is not said to be so, and the other way round.</summary>
internal sealed class NegationSurvives : ICitationRule
{
    public string? Fault(StatementReading statement)
    {
        if (statement.Alignments.FirstOrDefault(alignment => alignment.IsWordByWord && CuesIn(alignment.Stated.Units) != CuesIn(alignment.Region)) is { } changed)
            return CuesIn(changed.Stated.Units) > CuesIn(changed.Region) ? "it denies what it cites does not" : "what it cites denies it";
        var source = statement.Cited.SelectMany(Denials).ToList();
        var told = statement.Stated.SelectMany(Denials).Where(denial => !denial.IsInConcord).ToList();
        var stated = told.Where(denial => !IsOtherwiseSaid(denial, statement) && !(denial.Cue.Is("disagree") && SeveralSpeak(statement))).ToList();
        if (stated.Count > source.Count) return "it denies more than what it cites does";
        foreach (var denial in stated)
        {
            if (IsSilence(denial) && source.Exists(IsSilence)) continue;
            if (IsDisagreement(denial) && source.Exists(other => IsStand(other.Cue) || IsDisagreement(other))) continue;
            if (denial.Denied.Count > 0 && !source.Exists(other => other.Denied.Any(unit => denial.Denied.Exists(own => own.Term == unit.Term)) || HasFailed(other) || (AreOne(other.Cue, denial.Cue) && (IsStand(denial.Cue) || other.PointsBack || !denial.Denied.Exists(own => statement.Source.HoldTerm(own.Term))))))
                return $"it denies '{Words(denial, statement.Statement.Text)}', and what it cites does not";
            if (!IsStand(denial.Cue) && denial.Denied.FirstOrDefault() is { } denied && !source.Exists(other => other.Before.Concat(other.Denied).Any(unit => unit.Term == denied.Term)) && statement.Source.HoldTerm(denied.Term))
                return $"it denies '{denied.Word}', and what it cites does not";
        }
        foreach (var denial in source)
        {
            // A statement that denies nothing may not take up anything of what is denied; else the first word tells.
            foreach (var denied in denial.Denied.Take(stated.Count == 0 ? DeniedAtOnce : 1))
            {
                if (!IsAffirmed(denied, source, statement.Cited) && statement.Units.Any(unit => unit.Term == denied.Term) && !told.Exists(own => own.Denied.Exists(unit => unit.Term == denied.Term)))
                    return $"what it cites denies '{denied.Word}'";
            }
        }
        return null;
    }

    private static string Words(Denial denial, string text) => text[denial.Denied.Min(unit => unit.Span.Start)..denial.Denied.Max(unit => unit.Span.End)];

    /// <summary>The source also says it where it does not deny it.</summary>
    private static bool IsAffirmed(Unit head, List<Denial> denials, IReadOnlyList<ReadSentence> sentences) =>
        sentences.SelectMany(read => read.Units).Any(unit => unit.Term == head.Term && !denials.Exists(denial => denial.Denied.Exists(denied => ReferenceEquals(denied, unit))));

    /// <summary>«Не відкриється» where it stays closed, «не было света» where it was switched off: as much, in other words.</summary>
    private static bool IsOtherwiseSaid(Denial denial, StatementReading statement) => denial.Denied.Count > 0 && (
        OppositeIsNotSaid.OppositesOf(denial.Denied[0]).Any(statement.Source.HoldConcept)
        || statement.Cited.SelectMany(Endings).Any(ended => ended.Any(unit => unit.Term == denial.Denied[0].Term)));

    /// <summary>"The sides differ": two say two things.</summary>
    public static bool SeveralSpeak(StatementReading statement) => statement.CitedParts.Select(part => part.Claim?.Speaker.Key).OfType<string>().Distinct().Count() > 1;

    /// <summary>The words of content behind each word for an end: what has stopped is not.</summary>
    private static IEnumerable<List<Unit>> Endings(ReadSentence read) =>
        read.Units.Index().Where(pair => pair.Item.Concept is { } concept && Ends.Contains(concept.Id))
            .Select(pair => UpToAPause(read.Units, pair.Index + 1, read.Sentence.Document.Text).Where(CanBeDenied).Take(DeniedAtOnce).ToList());

    private static readonly string[] Ends = ["stop", "cancel", "suspend", "ban", "switch-off", "close", "unblock", "cut"];

    /// <summary>"Has yet to" is "has not": all negations but the taking of a stand are one.</summary>
    private static bool AreOne(Unit one, Unit other) => one.Term == other.Term || (Plain.Contains(one.Concept?.Id ?? "not") && Plain.Contains(other.Concept?.Id ?? "not"));

    /// <summary>"Sirens had failed" is that they did not sound.</summary>
    private static bool HasFailed(Denial denial) => denial.Cue.Is("fail") && denial.Denied.Count == 0;

    private static readonly string[] Plain = ["not", "no", "none", "nobody", "nothing", "nowhere", "never", "neither", "hardly", "yet-to", "without", "lack"];

    /// <param name="IsInConcord">It denies once more what another denies: «ничего не решил», «ни одному не заплатило».</param>
    /// <param name="PointsBack">It denies what was spoken of before: "without this".</param>
    /// <param name="Before">The two words before it: "want no agreement" denies the wanting.</param>
    /// <param name="Denied">The first words behind it, those of grammar left out.</param>
    private sealed record Denial(Unit Cue, bool IsInConcord, bool PointsBack, List<Unit> Before, List<Unit> Denied);

    /// <summary>Who refuses or denies what stands in any order: «удар заперечує».</summary>
    private static bool IsStand(Unit cue) => cue.IsOf("refusing") || cue.IsOf("reporting");

    /// <summary>"Does not admit", «не погоджується»: as much as to deny.</summary>
    private static bool IsDisagreement(Denial denial) => denial.Denied is [{ Concept.Id: "admit" or "recognise" or "confirm" or "agree" or "accept" or "approve" }, ..];

    /// <summary>"Would not comment", «не каже».</summary>
    private static bool IsSilence(Denial denial) => denial.Cue.Is("keep-silent") || (denial.Denied is [var first, ..] && Saying.IsVerb(first)) || (denial.Denied.Count == 0 && denial.Before.Exists(Saying.IsVerb));

    private const int Reach = 4;
    private const int DeniedAtOnce = 3;

    /// <summary>Words that deny what follows them.</summary>
    private static readonly string[] Cues = ["not", "no", "neither", "none", "nobody", "nothing", "nowhere", "never", "without", "refuse", "reject", "deny", "disagree", "fail", "impossible", "inability", "rule-out", "abandon", "avoid", "prevent", "unlikely", "hardly", "yet-to", "lack", "keep-silent", "denied-access"];

    private static readonly string[] Concordant = ["nothing", "nobody", "nowhere", "none", "never", "neither"];

    private const int ReachOfConcord = 5;

    private static readonly string[] Demonstratives = ["this", "that", "it", "цього", "того", "цієї", "этого", "этой"];

    private static readonly string[] Only = ["only", "just", "merely", "лише", "тільки", "только", "лишь"];

    private static int CuesIn(IReadOnlyList<Unit> units) => Enumerable.Range(0, units.Count).Count(at => IsCue(units, at));

    private static IEnumerable<Denial> Denials(ReadSentence read)
    {
        var (units, text) = (read.Units, read.Sentence.Document.Text);
        for (var at = 0; at < units.Count; at++)
        {
            if (!IsCue(units, at) || (at + 1 < units.Count && Only.Contains(units[at + 1].Word))) continue;
            var denied = UpToAPause(units, at + 1, text).Where(CanBeDenied).Take(Reach).ToList();
            // «Боєприпасів там не було»: what there is not stands before it.
            if (at + 1 < units.Count && units[at + 1].Is("to-be") && denied.Count == 0) denied = [.. BackToAPause(units, at, text).Where(CanBeDenied).Take(Reach)];
            yield return new Denial(units[at], IsInConcord(units, at), at + 1 < units.Count && Demonstratives.Contains(units[at + 1].Word), [.. units.Take(at).TakeLast(2)], denied);
        }
    }

    private static bool IsInConcord(IReadOnlyList<Unit> units, int at) =>
        units[at].Word[0] >= 'а' && (Concordant.Contains(units[at].Concept?.Id) || units[at].Word is "ни" or "ані" or "жодн")
        && Enumerable.Range(at - ReachOfConcord, 2 * ReachOfConcord + 1).Any(near => near >= 0 && near < units.Count && near != at && units[near].Word is "не" or "нет" or "немає" or "нема");

    private static IEnumerable<Unit> BackToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from - 1; at >= 0 && !text.AsSpan(units[at].Span.End, units[at + 1].Span.Start - units[at].Span.End).ContainsAny(Pauses); at--) yield return units[at];
    }

    private static bool CanBeDenied(Unit unit) => unit.Kind is not UnitKind.Function && unit.Word.Length > 1 && !unit.Is("manage-to") && !unit.Is("to-be") && !unit.Is("so-far");

    private static IEnumerable<Unit> UpToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from; at < units.Count; at++)
        {
            if (units[at].Is("whether") || units[at].Is("if") || units[at].Word is "чи" or "ли" || (at > from && BeginsAClause(units, at)) || (at > from && units[at].Word is not ("що" or "что" or "that") && text.AsSpan(units[at - 1].Span.End, units[at].Span.Start - units[at - 1].Span.End).ContainsAny(Pauses))) yield break;
            yield return units[at];
        }
    }

    /// <summary>"… and will be", «… і вона»: what follows has a verb of its own.</summary>
    private static bool BeginsAClause(IReadOnlyList<Unit> units, int at) =>
        units[at].Word is "and" or "but" or "і" or "й" or "та" or "и" && at + 1 < units.Count && (units[at + 1].IsOf("modality") || units[at + 1].Is("to-be") || units[at + 1].Is("to-have") || units[at + 1].Is("he") || units[at + 1].Is("she") || units[at + 1].Is("it") || units[at + 1].Is("they"));

    /// <summary>What is denied ends with its clause.</summary>
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;:—–»”\"(");

    private static bool IsCue(IReadOnlyList<Unit> units, int at) => IsCue(units[at]) && !IsNumeroSign(units, at);

    /// <summary>"Not", "has yet to", "denied": it denies what follows.</summary>
    public static bool IsCue(Unit unit) =>
        (unit.Concept is { } concept && Cues.Contains(concept.Id)) || unit.Word.EndsWith("n't", StringComparison.Ordinal) || unit.Word == "cannot";

    /// <summary>"School No. 8".</summary>
    private static bool IsNumeroSign(IReadOnlyList<Unit> units, int at) =>
        units[at].Word == "no" && at + 1 < units.Count && units[at + 1] is { Kind: UnitKind.Number, Concept: null };
}
