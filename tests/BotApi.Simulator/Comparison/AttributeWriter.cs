using System.Text;

namespace BotApi.Simulator;

/// <summary>Writes attributes: mostly the one a tag needs, in all ways of quoting.</summary>
internal static class AttributeWriter
{
    private static readonly string[] Spaces = [" ", " ", " ", "  ", "\n", "\t"];

    /// <summary>How many attributes a tag gets.</summary>
    public static int UsualCount(string tag, SeededRandom random)
        => tag is "a" or "span" or "tg-emoji" or "tg-time"
            ? random.Chance(0.9) ? 1 + random.Below(2) : 0
            : random.Chance(0.3) ? 1 : 0;

    public static void Write(StringBuilder text, string tag, SeededRandom random)
    {
        var (name, value) = random.Chance(0.93) ? Usual(tag, random) : Any(random);
        text.Append(random.Pick(Spaces)).Append(name);
        if (random.Chance(0.07))
        {
            return;
        }

        var equals = random.Chance(0.1) ? " = " : "=";
        var quote = random.Below(20) switch
        {
            0 => "",
            <= 7 => "'",
            _ => "\"",
        };
        text.Append(equals).Append(quote).Append(value).Append(quote);
    }

    private static (string Name, string Value) Usual(string tag, SeededRandom random) => tag switch
    {
        "a" => ("href", random.Pick(GeneratorWords.Links)),
        "span" => ("class", random.Chance(0.9) ? "tg-spoiler" : random.Pick(GeneratorWords.Values)),
        "tg-emoji" => ("emoji-id", random.Chance(0.8) ? "5368324170671202286" : random.Pick(GeneratorWords.Values)),
        "tg-time" => random.Chance(0.5) ? ("unix", "1700000000") : ("format", random.Pick(GeneratorWords.Formats)),
        "code" => ("class", random.Chance(0.8) ? "language-python" : random.Pick(GeneratorWords.Values)),
        "blockquote" => ("expandable", random.Pick(GeneratorWords.Values)),
        _ => ("class", random.Pick(GeneratorWords.Values)),
    };

    private static (string Name, string Value) Any(SeededRandom random)
        => (random.Pick(GeneratorWords.AttributeNames), random.Pick(GeneratorWords.Values));
}
