namespace Bot.Retrieval;

/// <summary>
/// The passages that hold a term, from first to last, in variable-byte codes (Williams and Zobel, "Compressing Integers for
/// Fast File Access", 1999): how many there are, then for each the gap to the one before, doubled, plus one where its
/// frequency follows, which otherwise is 1.
/// </summary>
internal ref struct Postings(ReadOnlySpan<byte> bytes)
{
    private const int More = 0x80;
    private const int Bits = 7;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at = 0;
    private int passage = -1;

    /// <summary>How many passages a term's postings name.</summary>
    public static int Count(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? 0 : new Postings(bytes).Read();

    /// <summary>The postings behind their count.</summary>
    public static Postings Of(ReadOnlySpan<byte> bytes)
    {
        var postings = new Postings(bytes);
        if (!bytes.IsEmpty) postings.Read();
        return postings;
    }

    public static void Write(List<byte> output, ReadOnlySpan<int> passages, ReadOnlySpan<int> frequencies)
    {
        Write(output, passages.Length);
        var before = -1;
        for (var at = 0; at < passages.Length; at++)
        {
            var gap = passages[at] - before;
            before = passages[at];
            Write(output, frequencies[at] == 1 ? gap << 1 : gap << 1 | 1);
            if (frequencies[at] != 1) Write(output, frequencies[at]);
        }
    }

    public bool Next(out int number, out int frequency)
    {
        if (at == bytes.Length)
        {
            (number, frequency) = (0, 0);
            return false;
        }
        var gap = Read();
        number = passage += gap >> 1;
        frequency = (gap & 1) == 0 ? 1 : Read();
        return true;
    }

    private int Read()
    {
        int value = bytes[at++];
        if (value < More) return value;
        value &= More - 1;
        for (var shift = Bits; ; shift += Bits)
        {
            int next = bytes[at++];
            value |= (next & (More - 1)) << shift;
            if (next < More) return value;
        }
    }

    private static void Write(List<byte> output, int value)
    {
        for (; value >= More; value >>= Bits) output.Add((byte)(value & (More - 1) | More));
        output.Add((byte)value);
    }
}
