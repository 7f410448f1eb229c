using Bot.Attribution;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>A verbatim sentence keeps its source's language, and so does a verbatim quotation; whatever else is said is in the language of the question, and no word of a translation is left over.</summary>
internal sealed class StatementIsInTheAskersLanguage : ICitationRule
{
    /// <summary>Shorter ones are units: "kW", «км».</summary>
    private const int ShortestWord = 4;

    public string? Fault(StatementReading statement)
    {
        if (statement.Language != statement.Asked) return $"it is in {statement.Language}, and the question is in {statement.Asked}";
        if (!statement.IsTranslation) return null;
        var foreign = statement.Units.FirstOrDefault(unit => IsOfOtherScript(unit, statement) && !IsInTheSourcesWords(unit, statement));
        return foreign is null ? null : $"'{foreign.Span.In(statement.Statement.Text)}' is not in the language of the question";
    }

    private static bool IsOfOtherScript(Unit unit, StatementReading statement)
    {
        var word = unit.Span.In(statement.Statement.Text);
        return unit.Kind is UnitKind.Word or UnitKind.Concept && word.Length >= ShortestWord && char.IsLower(word[0]) && word[0] is >= 'Ѐ' and <= 'ӿ' == statement.Asked is Language.English;
    }

    private static bool IsInTheSourcesWords(Unit unit, StatementReading statement)
    {
        var text = statement.Statement.Text;
        return Quotations.In(text, new TextSpan(0, text.Length)).Any(quotation => quotation.Contains(unit.Span) && statement.Cited.Any(cited => Verbatim.IsIn(quotation.In(text), cited.Sentence.Text)));
    }
}
