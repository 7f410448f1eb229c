namespace Bot.Retrieval;

/// <summary>The passages with the highest scores so far, at most so many; of equals the earlier ones.</summary>
internal sealed class BestPassages(int most)
{
    // Score and passage in one number that orders as they do: a positive float orders as its bits.
    private readonly PriorityQueue<int, ulong> worstFirst = new(most + 1);

    /// <summary>What a passage must exceed to be among them.</summary>
    public float Threshold { get; private set; }

    public void Add(int passage, float score)
    {
        if (score <= Threshold) return;
        var order = (ulong)BitConverter.SingleToUInt32Bits(score) << 32 | (uint)(int.MaxValue - passage);
        if (worstFirst.Count < most) worstFirst.Enqueue(passage, order);
        else worstFirst.DequeueEnqueue(passage, order);
        if (worstFirst.Count == most && worstFirst.TryPeek(out _, out var worst)) Threshold = ScoreOf(worst);
    }

    /// <summary>The highest first.</summary>
    public (int Passage, float Score)[] ToArray()
    {
        var best = new (int Passage, float Score)[worstFirst.Count];
        for (var place = best.Length - 1; worstFirst.TryDequeue(out var passage, out var order); place--) best[place] = (passage, ScoreOf(order));
        return best;
    }

    private static float ScoreOf(ulong order) => BitConverter.UInt32BitsToSingle((uint)(order >> 32));
}
