using System.Text;

namespace BotApi.Simulator;

/// <summary>Spoils a text: cuts, swaps and inserts pieces, never inside a character.</summary>
internal static class TextBreaker
{
    public static void Break(StringBuilder text, SeededRandom random)
    {
        for (var times = random.Below(3); times >= 0; times--)
        {
            var at = Boundary(text, random);
            switch (random.Below(4))
            {
                case 0:
                    text.Length = at;
                    break;
                case 1:
                    var end = Boundary(text, random);
                    text.Remove(Math.Min(at, end), Math.Min(Math.Abs(end - at), 1 + random.Below(4)));
                    break;
                default:
                    text.Insert(at, random.Pick(GeneratorWords.Fragments));
                    break;
            }

            Mend(text);
        }
    }

    private static int Boundary(StringBuilder text, SeededRandom random) => random.Below(text.Length + 1);

    /// <summary>Removes halves of surrogate pairs: no server gets to parse those.</summary>
    private static void Mend(StringBuilder text)
    {
        var mended = string.Concat(text.ToString().EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
        text.Clear().Append(mended);
    }
}
