using Bot.Attribution;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What stands in quotation marks is the source's, word for word; where the statement translates, it is a translation of what the source says.</summary>
internal sealed class QuotationMarksHoldTheSource : ICitationRule
{
    /// <summary>Of a translated quotation's words of content, so many must have a counterpart.</summary>
    private const double SharedByTranslation = 0.8;

    public string? Fault(StatementReading statement)
    {
        var text = statement.Statement.Text;
        foreach (var quotation in Quotations.In(text, new TextSpan(0, text.Length)))
        {
            var words = quotation.In(text).Trim().TrimEnd('.', ',', '!', '?', '…', ';', ':');
            if (words.Length == 0 || statement.Cited.Any(cited => Verbatim.IsIn(words, cited.Sentence.Text))) continue;
            var units = statement.Units.Where(unit => quotation.Contains(unit.Span)).ToList();
            if (units.TrueForAll(unit => unit.Kind is UnitKind.Entity or UnitKind.Name ? statement.SourceOfNames.HoldName(unit) : unit.Kind is UnitKind.Function && statement.IsTranslation)) continue;
            if (statement.IsTranslation && IsTranslated(statement, units)) continue;
            return $"'{words}' stands in quotation marks, and nobody says it in what it cites";
        }
        return null;
    }

    private static bool IsTranslated(StatementReading statement, List<Unit> units)
    {
        var content = units.Where(unit => unit.CountsInQueries && unit.Concept is not { IsLight: true }).ToList();
        return content.Count(statement.Source.HoldWord) >= SharedByTranslation * content.Count;
    }
}
