using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>Where a statement follows its source word by word, no word between is another one: who retells freely changes much, who lies changes one word.</summary>
internal sealed class WordsAreNotExchanged : ICitationRule
{
    /// <summary>How many words in a row on either side make it a retelling word by word.</summary>
    private const int Fixed = 2;

    /// <summary>An exchange of more words than this is a free retelling.</summary>
    private const int LongestExchange = 3;

    /// <summary>So much of a statement must be of one sentence; less is a retelling of several.</summary>
    private const double Followed = 0.5;

    public string? Fault(StatementReading statement)
    {
        if (statement.IsTranslation) return null;
        foreach (var alignment in statement.Alignments.Where(alignment => alignment.Pairs.Count >= Followed * alignment.Stated.Units.Count))
        {
            if (Exchanges(alignment).Select(exchange => Exchanged(alignment, exchange)).FirstOrDefault(pair => pair is not null) is var (said, source))
                return $"'{said.Span.In(statement.Statement.Text)}' stands where what it cites says '{source.Span.In(alignment.Cited.Sentence.Document.Text)}'";
        }
        return null;
    }

    /// <summary>Entries of the glossary that tell the same act in other words.</summary>
    private static readonly string[][] Retold = [["strike", "attack", "shelling"], ["delivery", "return", "give", "transfer"], ["evacuate", "export-out"], ["before", "earlier", "ago"], ["export", "ship"], ["send", "launch"], ["take", "export-out", "evacuate", "bring"]];

    private readonly record struct Exchange(int Stated, int StatedCount, int Cited, int CitedCount);

    /// <summary>What stands between words in common, on either side different; also before the first of them and behind the last.</summary>
    private static IEnumerable<Exchange> Exchanges(Alignment alignment)
    {
        for (var at = -1; at + 1 < alignment.Pairs.Count; at++)
        {
            var (left, right) = (at < 0 ? (Stated: -1, Cited: -1) : alignment.Pairs[at], alignment.Pairs[at + 1]);
            var exchange = new Exchange(left.Stated + 1, right.Stated - left.Stated - 1, left.Cited + 1, right.Cited - left.Cited - 1);
            if (exchange is { StatedCount: > 0 and <= LongestExchange, CitedCount: > 0 and <= LongestExchange } && (at < 0 || IsFixed(alignment, at, -1)) && IsFixed(alignment, at + 1, 1)) yield return exchange;
        }
        if (alignment.Pairs is not [.., var last]) yield break;
        var behind = alignment.Stated.Units.Count - last.Stated - 1;
        // The source may go on, where the statement ends.
        var end = new Exchange(last.Stated + 1, behind, last.Cited + 1, Math.Min(behind, alignment.Cited.Units.Count - last.Cited - 1));
        if (end is { StatedCount: > 0 and <= LongestExchange, CitedCount: > 0 } && IsFixed(alignment, alignment.Pairs.Count - 1, -1)) yield return end;
    }

    private static bool IsFixed(Alignment alignment, int at, int direction)
    {
        for (var step = 1; step < Fixed; step++)
        {
            var next = at + step * direction;
            if (next < 0) return alignment.Pairs[at].Stated == 0;
            if (next >= alignment.Pairs.Count) return alignment.Pairs[at].Stated == alignment.Stated.Units.Count - 1;
            if (alignment.Pairs[next].Stated != alignment.Pairs[at].Stated + step * direction || alignment.Pairs[next].Cited != alignment.Pairs[at].Cited + step * direction) return false;
        }
        return true;
    }

    private static (Unit Said, Unit Source)? Exchanged(Alignment alignment, Exchange exchange)
    {
        var (stated, cited) = (alignment.Stated.Units, alignment.Cited.Units);
        if (IsDenied(stated, exchange.Stated, exchange.StatedCount) || IsDenied(cited, exchange.Cited, exchange.CitedCount)) return null;
        var isPronoun = cited.Skip(exchange.Cited).Take(exchange.CitedCount).Any(unit => unit.Concept?.Id is "he" or "she" or "it" or "they");
        var own = stated.Skip(exchange.Stated).Take(exchange.StatedCount).Where(unit => MayBeExchanged(unit) && !(isPronoun && unit.Kind is UnitKind.Name or UnitKind.Entity) && (unit.Kind is UnitKind.Number || IsMore(unit, stated, cited))).ToList();
        var lost = cited.Skip(exchange.Cited).Take(exchange.CitedCount).Where(unit => MayBeExchanged(unit) && (unit.Kind is UnitKind.Number || IsMore(unit, cited, stated))).ToList();
        // One for one, a preposition counts: "before" and "after", «до» and «после».
        if (exchange is { StatedCount: 1, CitedCount: 1 } && own.Count == 1 && lost.Count == 1 && own[0].CountsInQueries != lost[0].CountsInQueries && own.Concat(lost).Any(unit => unit.IsOf("time"))) return (own[0], lost[0]);
        return own.Find(unit => unit.CountsInQueries) is { } said && lost.Find(unit => unit.CountsInQueries) is { } source && !AreAlike(said, source) && !IsOfNoSource(said, cited) ? (said, source) : null;
    }

    /// <summary>What is denied has a rule of its own: "stays closed" may be told as "will not open".</summary>
    private static bool IsDenied(IReadOnlyList<Unit> units, int first, int count) => units.Take(first + count).Skip(first - 1).Any(Denial.IsCue);

    /// <summary>A number the source does not hold is a rounded or converted one, which another rule looks at.</summary>
    private static bool IsOfNoSource(Unit said, IReadOnlyList<Unit> cited) => said.Kind is UnitKind.Number && !cited.Any(unit => unit.Term == said.Term);

    /// <summary>What negates or makes less sure has rules of its own; "did" and "is" say nothing.</summary>
    private static bool MayBeExchanged(Unit unit) => unit.Word.Length > 1 && unit.Concept is not ({ IsLight: true, IsFunction: false } or { Group: "modality" or "attribution" } or { Id: "never" });

    private static bool IsMore(Unit unit, IReadOnlyList<Unit> here, IReadOnlyList<Unit> there) => here.Count(other => AreSame(other, unit)) > there.Count(other => AreSame(other, unit));

    /// <summary>«Роман» may be read as a novel at the beginning of a sentence.</summary>
    private static bool AreSame(Unit one, Unit other) => one.Term == other.Term || (one.Word == other.Word && (one.Kind is UnitKind.Name || other.Kind is UnitKind.Name));

    /// <summary>A word of the same root or a narrower one, neutral words of saying, and a name for the office; numbers have a rule of their own.</summary>
    private static bool AreAlike(Unit said, Unit source) =>
        new SourceWords([source]).HoldWord(said)
        || (said.Kind is UnitKind.Number) != (source.Kind is UnitKind.Number)
        || (said.Kind is UnitKind.Name or UnitKind.Entity && (source.IsOf("politics") || source.IsOf("people")))
        || (said.Concept is { } one && source.Concept is { } other && (one.Near.Contains(other.Id) || StandIsTheSources.AreOne(one, other) || Array.Exists(Retold, same => same.Contains(one.Id) && same.Contains(other.Id)) || (IsNeutral(one) && IsNeutral(other))));

    private static bool IsNeutral(Concept concept) => concept.Id is "say" or "tell" or "make-statement" or "announce" or "declare" or "report" or "note" or "add" or "emphasise" or "explain" or "inform" or "write" or "mention" or "speech" or "talks" or "name-call" or "describe";
}
