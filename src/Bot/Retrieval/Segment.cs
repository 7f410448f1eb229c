using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>An immutable inverted file over the passages of some documents: for each term those that hold it, and how often.</summary>
/// <param name="Starts">The number of each document's first passage, and behind them how many passages there are.</param>
/// <param name="Lengths">How many terms each passage holds.</param>
/// <param name="PostingStarts">Where each term's postings begin, and where the last one's end.</param>
/// <param name="PostingBytes">See <see cref="Postings"/>.</param>
internal sealed record Segment(IReadOnlyList<Document> Documents, int[] Starts, ushort[] Lengths, TermTable Terms, int[] PostingStarts, byte[] PostingBytes)
{
    public int Count => Lengths.Length;

    public Passage this[int number]
    {
        get
        {
            var at = Array.BinarySearch(Starts, number);
            var document = at >= 0 ? at : ~at - 1;
            return new Passage(Documents[document], number - Starts[document]);
        }
    }

    /// <returns>Empty where no passage holds the term.</returns>
    public ReadOnlyMemory<byte> PostingsOf(string term) => Terms.Find(term) is var at and >= 0 ? PostingsAt(at) : default;

    public ReadOnlyMemory<byte> PostingsAt(int term) => PostingBytes.AsMemory(PostingStarts[term]..PostingStarts[term + 1]);
}
