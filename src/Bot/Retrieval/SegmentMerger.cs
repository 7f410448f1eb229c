using System.Runtime.InteropServices;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>One segment of several, without the documents that are gone. The texts are not looked at again.</summary>
internal sealed class SegmentMerger
{
    /// <summary>What a passage becomes that is not kept.</summary>
    private const int Gone = -1;

    private readonly List<Document> documents = [];
    private readonly List<int> starts = [];
    private readonly List<ushort> lengths = [];
    private readonly List<string> terms = [];
    private readonly List<int> postingStarts = [0];
    private readonly List<byte> bytes = [];
    private readonly List<int> passages = [];
    private readonly List<int> frequencies = [];

    public static Segment Merge(IReadOnlyList<Segment> segments, Func<Document, bool> keeps)
    {
        var merger = new SegmentMerger();
        var renumbered = segments.Select(segment => merger.AddDocuments(segment, keeps)).ToArray();
        var next = new int[segments.Count];
        while (Least(segments, next) is var least and >= 0)
        {
            var term = segments[least].Terms.BytesOf(next[least]);
            var name = segments[least].Terms[next[least]];
            for (var at = 0; at < segments.Count; at++)
            {
                if (next[at] < segments[at].Terms.Count && segments[at].Terms.BytesOf(next[at]).SequenceEqual(term)) merger.Read(segments[at].PostingsAt(next[at]++).Span, renumbered[at]);
            }
            merger.Add(name);
        }
        return merger.ToSegment();
    }

    /// <summary>The segment whose next term comes first; -1 where none has one left.</summary>
    private static int Least(IReadOnlyList<Segment> segments, int[] next)
    {
        var least = -1;
        for (var at = 0; at < segments.Count; at++)
        {
            if (next[at] == segments[at].Terms.Count) continue;
            if (least < 0 || segments[at].Terms.BytesOf(next[at]).SequenceCompareTo(segments[least].Terms.BytesOf(next[least])) < 0) least = at;
        }
        return least;
    }

    /// <returns>For each passage of the segment its number in the merged one.</returns>
    private int[] AddDocuments(Segment segment, Func<Document, bool> keeps)
    {
        var numbers = new int[segment.Count];
        for (var document = 0; document < segment.Documents.Count; document++)
        {
            var own = segment.Starts[document]..segment.Starts[document + 1];
            if (!keeps(segment.Documents[document]))
            {
                numbers.AsSpan(own).Fill(Gone);
                continue;
            }
            documents.Add(segment.Documents[document]);
            starts.Add(lengths.Count);
            for (var passage = own.Start.Value; passage < own.End.Value; passage++)
            {
                numbers[passage] = lengths.Count;
                lengths.Add(segment.Lengths[passage]);
            }
        }
        return numbers;
    }

    private void Read(ReadOnlySpan<byte> postingBytes, int[] numbers)
    {
        var postings = Postings.Of(postingBytes);
        while (postings.Next(out var passage, out var frequency))
        {
            if (numbers[passage] == Gone) continue;
            passages.Add(numbers[passage]);
            frequencies.Add(frequency);
        }
    }

    /// <summary>A term that stood only in what is gone is gone, too.</summary>
    private void Add(string term)
    {
        if (passages.Count == 0) return;
        Postings.Write(bytes, CollectionsMarshal.AsSpan(passages), CollectionsMarshal.AsSpan(frequencies));
        terms.Add(term);
        postingStarts.Add(bytes.Count);
        passages.Clear();
        frequencies.Clear();
    }

    private Segment ToSegment() => new(documents, [.. starts, lengths.Count], [.. lengths], TermTable.Of(terms).Table, [.. postingStarts], [.. bytes]);
}
