using System.Collections;
using System.Text;

namespace BotApi.Simulator;

/// <summary>An endless sequence of valid and broken texts in Telegram's HTML; the same seed gives the same texts.</summary>
public sealed class HtmlTextGenerator(int seed) : IEnumerable<string>
{
    private const double BrokenShare = 0.35;
    private const double OddShare = 0.3;
    private const int MaxDepth = 4;

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            var text = new StringBuilder();
            WriteContent(text, random, 0);
            if (random.Chance(BrokenShare))
            {
                TextBreaker.Break(text, random);
            }

            yield return text.ToString();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void WriteContent(StringBuilder text, SeededRandom random, int depth)
    {
        for (var pieces = random.Below(5); pieces >= 0; pieces--)
        {
            if (depth < MaxDepth && random.Chance(0.45))
            {
                WriteElement(text, random, depth);
            }
            else
            {
                text.Append(random.Pick(random.Chance(OddShare) ? GeneratorWords.Oddities : GeneratorWords.Words));
            }
        }
    }

    private static void WriteElement(StringBuilder text, SeededRandom random, int depth)
    {
        var tag = random.Pick(GeneratorWords.Tags);
        var name = random.Chance(0.1) ? tag.ToUpperInvariant() : tag;
        text.Append('<').Append(name);
        for (var count = AttributeWriter.UsualCount(tag, random); count > 0; count--)
        {
            AttributeWriter.Write(text, tag, random);
        }

        text.Append(random.Chance(0.1) ? " >" : ">");
        if (!random.Chance(0.05))
        {
            WriteContent(text, random, depth + 1);
        }

        text.Append("</").Append(random.Chance(0.03) ? "" : name).Append(random.Chance(0.1) ? "\n>" : ">");
    }
}
