using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Gives two parsers the same texts.</summary>
public static class ParserComparison
{
    /// <summary>Compares acceptance, words of refusal, plain text and entities on generated texts.</summary>
    public static IReadOnlyList<Disagreement> Run(ITextParser ours, ITextParser theirs, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        return
        [
            .. new HtmlTextGenerator(seed).Take(count)
                .Select(text => new Disagreement(text, Describe(ours, text), Describe(theirs, text)))
                .Where(pair => pair.Ours != pair.Theirs),
        ];
    }

    private static string Describe(ITextParser parser, string text)
    {
        try
        {
            var parsed = parser.Parse(text);

            // TDLib's sort leaves the order of equal entities open.
            var entities = parsed.Entities.Select(entity => entity.ToString()).Order(StringComparer.Ordinal);
            return JsonSerializer.Serialize(parsed.Text) + "\n" + string.Join('\n', entities);
        }
        catch (TextParseException refusal)
        {
            return "refused: " + refusal.Message;
        }
    }
}
