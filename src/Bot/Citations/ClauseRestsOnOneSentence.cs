using System.Buffers;
using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What one clause of the statement brings together, one of the sentences it cites brings together: none is sewn of two.</summary>
internal sealed class ClauseRestsOnOneSentence : ICitationRule
{
    private const int FewestWords = 3;

    /// <summary>So many of a clause's words from the source stand in the sentence that has most of them.</summary>
    private const double OfOne = 0.75;

    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;:—–(");

    /// <summary>Words that begin a clause.</summary>
    private static readonly HashSet<string> Conjunctions =
    [
        .. "and but while who which that after before when because as where if until since though although".Split(' '),
        .. "і й та але а що який яка яке які якого коли бо щоб якщо де чи".Split(' '),
        .. "и но а что который которая которое которые которого когда потому чтобы если где или".Split(' '),
    ];

    public string? Fault(StatementReading statement)
    {
        if (statement.Cited.Count < 2) return null;
        foreach (var clause in statement.Stated.SelectMany(stated => ClausesOf(stated, statement.Statement.Text)))
        {
            var held = clause.Where(unit => IsContent(unit) && !statement.TitleTerms.Contains(unit.Term) && statement.EachSource.Any(source => source.Hold(unit))).ToList();
            if (held.Count >= FewestWords && statement.EachSource.Max(source => held.Count(source.Hold)) < OfOne * held.Count)
                return $"no sentence it cites says '{string.Join(' ', held.Select(unit => unit.Span.In(statement.Statement.Text)))}' together";
        }
        return null;
    }

    private static bool IsContent(Unit unit) => unit.Kind is not UnitKind.Function && unit.Concept is not { IsLight: true };

    /// <summary>What stands between pauses and conjunctions.</summary>
    public static IEnumerable<List<Unit>> ClausesOf(ReadSentence stated, string text)
    {
        var clause = new List<Unit>();
        foreach (var unit in stated.Units)
        {
            if (clause is [.., var last] && (Conjunctions.Contains(unit.Word) || text.AsSpan(last.Span.End, unit.Span.Start - last.Span.End).ContainsAny(Pauses)))
            {
                yield return clause;
                clause = [];
            }
            clause.Add(unit);
        }
        yield return clause;
    }
}
