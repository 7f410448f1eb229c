using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What the source says is not so is not said to be so, and the other way round.</summary>
internal sealed class NegationSurvives : ICitationRule
{
    private const int DeniedAtOnce = 3;

    /// <summary>What has stopped is not.</summary>
    private static readonly string[] Ends = ["stop", "cancel", "suspend", "ban", "switch-off", "close", "unblock", "cut"];

    public string? Fault(StatementReading statement)
    {
        if (statement.Alignments.FirstOrDefault(alignment => alignment.IsWordByWord && Denial.CountIn(alignment.Stated.Units) != Denial.CountIn(alignment.Region)) is { } changed)
            return Denial.CountIn(changed.Stated.Units) > Denial.CountIn(changed.Region) ? "it denies what it cites does not" : "what it cites denies it";
        var source = statement.Cited.SelectMany(Denial.In).ToList();
        var told = statement.Stated.SelectMany(Denial.In).Where(denial => !denial.IsInConcord).ToList();
        var stated = told.Where(denial => !IsOtherwiseSaid(denial, statement) && !(denial.Cue.Is("disagree") && SeveralSpeak(statement))).ToList();
        if (stated.Count > source.Count) return "it denies more than what it cites does";
        return stated.Select(denial => OwnDenial(denial, source, statement)).FirstOrDefault(fault => fault is not null)
            ?? source.Select(denial => LostDenial(denial, source, told, statement, atOnce: stated.Count == 0 ? DeniedAtOnce : 1)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>"The sides differ": two say two things.</summary>
    public static bool SeveralSpeak(StatementReading statement) => statement.CitedParts.Select(part => part.Claim?.Speaker.Key).OfType<string>().Distinct().Count() > 1;

    /// <summary>The statement denies what its source does not.</summary>
    private static string? OwnDenial(Denial denial, List<Denial> source, StatementReading statement)
    {
        if (denial.IsSilence && source.Exists(other => other.IsSilence)) return null;
        if (denial.IsDisagreement && source.Exists(other => other.IsStand || other.IsDisagreement)) return null;
        if (denial.Denied.Count == 0) return null;
        var text = statement.Statement.Text[denial.Denied.Min(unit => unit.Span.Start)..denial.Denied.Max(unit => unit.Span.End)];
        var isTheSources = source.Exists(other => Share(denial.Denied, other.Denied) || other.HasFailed || (other.DeniesAs(denial)
            && (Share(denial.Denied, other.Before) || denial.IsStand || other.PointsBack || !denial.Denied.Any(own => own.Kind is not UnitKind.Number && !own.IsOf("time") && statement.Source.HoldTerm(own.Term)))));
        if (!isTheSources || (denial.IsStand && IsToldAsSo(denial, source, statement))) return $"it denies '{text}', and what it cites does not";
        var first = denial.Denied[0];
        return denial.IsStand || !statement.Source.HoldTerm(first.Term) || source.Exists(other => Holds(other.Before, first) || Holds(other.Denied, first)) ? null : $"it denies '{first.Word}', and what it cites does not";
    }

    /// <summary>The source denies what the statement takes up as so. One that denies nothing may take up none of the first words; else the first tells.</summary>
    private static string? LostDenial(Denial denial, List<Denial> source, List<Denial> told, StatementReading statement, int atOnce)
    {
        var lost = denial.Denied.Take(atOnce).FirstOrDefault(denied => !IsAffirmed(denied, source, statement.Cited) && statement.Units.Any(unit => unit.Term == denied.Term)
            && !told.Exists(own => Holds(own.Denied, denied) || (!denial.IsStand && Holds(own.Before, denied))));
        return lost is null ? null : $"what it cites denies '{lost.Word}'";
    }

    /// <summary>«Не відкриється» where it stays closed, «не было света» where it was switched off: as much, in other words.</summary>
    private static bool IsOtherwiseSaid(Denial denial, StatementReading statement) => denial.Denied is [var first, ..] && (
        (!statement.Source.HoldTerm(first.Term) && OppositeIsNotSaid.OppositesOf(first).Any(statement.Source.HoldConcept))
        || (first.Is("electricity") && statement.Source.HoldConcept("blackout"))
        || statement.Cited.Any(read => read.Units.Index().Any(unit => Ends.Contains(unit.Item.Concept?.Id) && Denial.ClauseBehind(read.Units, unit.Index, read.Sentence.Document.Text).Take(DeniedAtOnce).Any(ended => ended.Term == first.Term))));

    /// <summary>"Denied that its forces hit a depot" of "denied that it aimed at the port and said that its forces hit a depot".</summary>
    private static bool IsToldAsSo(Denial denial, List<Denial> source, StatementReading statement)
    {
        var told = denial.Denied.Where(unit => unit.Kind is not UnitKind.Number && statement.Source.HoldTerm(unit.Term)).ToList();
        return told.Count >= 2 && !source.Exists(other => Share(told, other.Before) || Share(told, other.Clause));
    }

    /// <summary>The source also says it where it does not deny it.</summary>
    private static bool IsAffirmed(Unit head, List<Denial> denials, IReadOnlyList<ReadSentence> sentences) =>
        sentences.SelectMany(read => read.Units).Any(unit => unit.Term == head.Term && !denials.Exists(denial => denial.Denied.Any(denied => ReferenceEquals(denied, unit))));

    private static bool Share(IEnumerable<Unit> some, IReadOnlyList<Unit> others) => some.Any(unit => Holds(others, unit));

    private static bool Holds(IReadOnlyList<Unit> units, Unit one) => units.Any(unit => unit.Term == one.Term);
}
