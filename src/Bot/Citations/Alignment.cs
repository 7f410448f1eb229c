using Bot.Attribution;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>How a sentence of a statement follows one it cites: the longest common subsequence of their words, by what they mean.</summary>
internal sealed class Alignment
{
    /// <summary>So much of both is common where one is told word by word.</summary>
    private const double WordByWord = 0.8;

    public Alignment(ReadSentence stated, ReadSentence cited)
    {
        (Stated, Cited) = (stated, cited);
        Pairs = CommonSubsequence(stated.Units, cited.Units);
        Region = Pairs.Count == 0 ? [] : [.. cited.Units.Skip(Pairs[0].Cited).Take(Pairs[^1].Cited - Pairs[0].Cited + 1)];
        IsWordByWord = Pairs.Count >= WordByWord * stated.Units.Count && Pairs.Count >= WordByWord * Region.Count;
    }

    public ReadSentence Stated { get; }

    public ReadSentence Cited { get; }

    /// <summary>Indexes of the units they have in common, in order.</summary>
    public IReadOnlyList<(int Stated, int Cited)> Pairs { get; }

    /// <summary>The units of the cited sentence from the first to the last that they have in common.</summary>
    public IReadOnlyList<Unit> Region { get; }

    /// <summary>Nothing but a few words of that region differs: a word that is lost or comes in was lost or put in on purpose.</summary>
    public bool IsWordByWord { get; }

    private static List<(int, int)> CommonSubsequence(IReadOnlyList<Unit> stated, IReadOnlyList<Unit> cited)
    {
        var lengths = new int[stated.Count + 1, cited.Count + 1];
        for (var i = stated.Count - 1; i >= 0; i--)
        {
            for (var j = cited.Count - 1; j >= 0; j--)
                lengths[i, j] = stated[i].Term == cited[j].Term ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < stated.Count && j < cited.Count;)
        {
            if (stated[i].Term == cited[j].Term) pairs.Add((i++, j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
