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
        var stated = statement.Stated.SelectMany(Denials).ToList();
        if (stated.Count > source.Count) return "it denies more than what it cites does";
        foreach (var denial in stated)
        {
            if (IsDisagreement(denial) && source.Exists(other => IsStand(other.Cue) || IsDisagreement(other))) continue;
            if (denial.Denied.Count > 0 && !source.Exists(other => other.Denied.Any(unit => denial.Denied.Exists(own => own.Term == unit.Term)) || (other.Cue.Term == denial.Cue.Term && (IsStand(denial.Cue) || !denial.Denied.Exists(own => statement.Source.HoldTerm(own.Term))))))
                return $"it denies '{Words(denial, statement.Statement.Text)}', and what it cites does not";
            if (!IsStand(denial.Cue) && denial.Denied.FirstOrDefault() is { } denied && !source.Exists(other => other.Before.Concat(other.Denied).Any(unit => unit.Term == denied.Term)) && statement.Source.HoldTerm(denied.Term))
                return $"it denies '{denied.Word}', and what it cites does not";
        }
        foreach (var denial in source)
        {
            // A statement that denies nothing may not take up anything of what is denied; else the first word tells.
            foreach (var denied in denial.Denied.Take(stated.Count == 0 ? DeniedAtOnce : 1))
            {
                if (!IsAffirmed(denied, source, statement.Cited) && statement.Units.Any(unit => unit.Term == denied.Term) && !stated.Exists(own => own.Denied.Exists(unit => unit.Term == denied.Term)))
                    return $"what it cites denies '{denied.Word}'";
            }
        }
        return null;
    }

    private static string Words(Denial denial, string text) => text[denial.Denied.Min(unit => unit.Span.Start)..denial.Denied.Max(unit => unit.Span.End)];

    /// <summary>The source also says it where it does not deny it.</summary>
    private static bool IsAffirmed(Unit head, List<Denial> denials, IReadOnlyList<ReadSentence> sentences) =>
        sentences.SelectMany(read => read.Units).Any(unit => unit.Term == head.Term && !denials.Exists(denial => denial.Denied.Exists(denied => ReferenceEquals(denied, unit))));

    /// <param name="Before">The two words before it: "want no agreement" denies the wanting.</param>
    /// <param name="Denied">The first words behind it, those of grammar left out.</param>
    private sealed record Denial(Unit Cue, List<Unit> Before, List<Unit> Denied);

    /// <summary>Who refuses or denies what stands in any order: «удар заперечує».</summary>
    private static bool IsStand(Unit cue) => cue.IsOf("refusing") || cue.IsOf("reporting");

    /// <summary>"Does not admit", «не погоджується»: as much as to deny.</summary>
    private static bool IsDisagreement(Denial denial) => denial.Denied is [{ Concept.Id: "admit" or "recognise" or "confirm" or "agree" or "accept" or "approve" }, ..];

    private const int Reach = 4;
    private const int DeniedAtOnce = 3;

    /// <summary>Words that deny what follows them.</summary>
    private static readonly string[] Cues = ["not", "no", "neither", "none", "nobody", "nothing", "nowhere", "never", "without", "refuse", "reject", "deny", "disagree", "fail", "impossible", "inability", "rule-out", "abandon", "avoid", "prevent", "unlikely", "hardly", "yet-to", "lack"];

    private static readonly string[] Only = ["only", "just", "merely", "лише", "тільки", "только", "лишь"];

    private static int CuesIn(IReadOnlyList<Unit> units) => units.Count(IsCue);

    private static IEnumerable<Denial> Denials(ReadSentence read)
    {
        var (units, text) = (read.Units, read.Sentence.Document.Text);
        for (var at = 0; at < units.Count; at++)
        {
            if (!IsCue(units[at]) || (at + 1 < units.Count && Only.Contains(units[at + 1].Word))) continue;
            var denied = UpToAPause(units, at + 1, text).Where(CanBeDenied).Take(Reach).ToList();
            // «Боєприпасів там не було»: what there is not stands before it.
            if (at + 1 < units.Count && units[at + 1].Is("to-be") && denied.Count == 0) denied = [.. BackToAPause(units, at, text).Where(CanBeDenied).Take(Reach)];
            yield return new Denial(units[at], [.. units.Take(at).TakeLast(2)], denied);
        }
    }

    private static IEnumerable<Unit> BackToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from - 1; at >= 0 && !text.AsSpan(units[at].Span.End, units[at + 1].Span.Start - units[at].Span.End).ContainsAny(Pauses); at--) yield return units[at];
    }

    private static bool CanBeDenied(Unit unit) => unit.Kind is not UnitKind.Function && unit.Word.Length > 1 && !unit.Is("manage-to") && !unit.Is("to-be") && !unit.Is("so-far");

    private static IEnumerable<Unit> UpToAPause(IReadOnlyList<Unit> units, int from, string text)
    {
        for (var at = from; at < units.Count; at++)
        {
            if (units[at].Is("whether") || units[at].Is("if") || units[at].Word is "чи" or "ли" || (at > from && units[at].Word is not ("що" or "что" or "that") && text.AsSpan(units[at - 1].Span.End, units[at].Span.Start - units[at - 1].Span.End).ContainsAny(Pauses))) yield break;
            yield return units[at];
        }
    }

    /// <summary>What is denied ends with its clause.</summary>
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;:—–»”\"(");

    private static bool IsCue(Unit unit) =>
        (unit.Concept is { } concept && Cues.Contains(concept.Id)) || unit.Word.EndsWith("n't", StringComparison.Ordinal) || unit.Word == "cannot";
}
