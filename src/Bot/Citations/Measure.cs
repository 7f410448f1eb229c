using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>What a number measures, told by the sign or word beside it.</summary>
internal static class Measure
{
    private const int Reach = 2;

    /// <summary>Per <see cref="Language"/>: a measure, and its words; one that ends in * stands for all that begin so.</summary>
    private static readonly (string Measure, string[] Words)[][] Tables =
    [
        Read("% percent* cent; $ dollar* usd; € euro euros eur; ₴ hryvn* uah; ₽ rouble* ruble*; £ pound*; km kilomet* km; m metre* meter* m; cm centimet* cm; mm millimet* mm; mi mile*; kg kilo* kg; t tonne* ton tons; l litre* liter*; bbl barrel*; ha hectare*; kW kilowatt* kw kwh; MW megawatt* mw mwh; GW gigawatt* gw gwh; s second*; min minute*; h hour*; d day days daily; wk week* weekly; mo month* monthly; y year* yearly annual annually"),
        Read("% відсот* процент*; $ долар*; € євро; ₴ гривн* гривен* грн; ₽ рубл*; £ фунт*; km кілометр* км; m метр* м; cm сантиметр* см; mm міліметр* мм; mi миля милі миль милях; kg кілограм* кг; t тонн* т; l літр*; bbl барел*; ha гектар* га; kW кіловат* квт; MW мегават* мвт; GW гігават* гвт; s секунд*; min хвилин* хв; h годин* щогодин* год; d щодня щоденн* день дні днів дня днями днях доб*; wk тижн* тижд* щотижн*; mo місяц* щомісяц*; y щорок* щоріч* рік роки років року рокам роках"),
        Read("% процент*; $ доллар*; € евро; ₴ гривн* гривен* грн; ₽ рубл* руб; £ фунт*; km километр* км; m метр* м; cm сантиметр* см; mm миллиметр* мм; mi миля мили миль милях; kg килограмм* кг; t тонн* т; l литр*; bbl баррел*; ha гектар* га; kW киловатт* квт; MW мегаватт* мвт; GW гигаватт* гвт; s секунд*; min минут*; h ежечасн* час часа часов часам часах; d ежедневн* день дня дней дни дням днями днях суток сутки; wk недел* еженедельн*; mo месяц* ежемесячн*; y ежегодн* год года году годов лет годам годах"),
    ];

    /// <summary>Null where the number stands alone, or counts what is no measure.</summary>
    public static string? Of(string text, IReadOnlyList<Unit> units, int number, Language language)
    {
        var span = units[number].Span;
        if (span.Start > 0 && IsSign(text[span.Start - 1])) return text[span.Start - 1].ToString();
        var behind = text.AsSpan(span.End).TrimStart();
        if (behind.Length > 0 && IsSign(behind[0])) return behind[0].ToString();
        for (var at = number + 1; at < units.Count && at <= number + Reach; at++)
        {
            if (units[at].Kind is UnitKind.Number && units[at].Concept is not { Value: >= 1000 }) return null;
            if (In(text, units[at], language) is { } named) return named;
        }
        return null;
    }

    /// <summary>The measure a word or phrase names, "square metres"; null where it names none.</summary>
    public static string? In(string text, Unit unit, Language language)
    {
        var words = Tokenizer.Tokenize(text, unit.Span);
        var measure = words.Select(word => Named(word.Word, language)).FirstOrDefault(named => named is not null);
        return measure is not null && words.Exists(word => word.Word is "square" or "cubic" || word.Word.StartsWith("квадратн", StringComparison.Ordinal) || word.Word.StartsWith("куб", StringComparison.Ordinal)) ? measure + "²" : measure;
    }

    private static bool IsSign(char c) => c is '%' or '$' or '€' or '₴' or '₽' or '£';

    private static string? Named(string word, Language language) =>
        Tables[(int)language].FirstOrDefault(measure => measure.Words.Any(form => form[^1] == '*' ? word.StartsWith(form.AsSpan(0, form.Length - 1), StringComparison.Ordinal) : word == form)).Measure;

    private static (string Measure, string[] Words)[] Read(string table) =>
        [.. table.Split("; ").Select(row => row.Split(' ')).Select(row => (row[0], row[1..]))];
}
