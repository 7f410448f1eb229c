using Bot.Retrieval;

namespace Bot.Tests.Retrieval;

public class PostingsTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var passages = Enumerable.Range(0, random.Next(1, 300)).Select(_ => random.Next(1 << random.Next(1, 29))).Distinct().Order().ToArray();
            var frequencies = passages.Select(_ => random.Next(3) == 0 ? random.Next(1, 100_000) : 1).ToArray();
            var bytes = new List<byte>();
            Postings.Write(bytes, passages, frequencies);

            var read = new List<(int, int)>();
            var postings = Postings.Of(bytes.ToArray());
            while (postings.Next(out var passage, out var frequency)) read.Add((passage, frequency));

            Assert.Equal(passages.Zip(frequencies), read);
            Assert.Equal(passages.Length, Postings.Count(bytes.ToArray()));
        }
    }

    [Fact]
    public void A_common_term_takes_a_byte_for_each_passage()
    {
        var bytes = new List<byte>();

        Postings.Write(bytes, [.. Enumerable.Range(0, 1000).Select(number => 60 * number)], [.. Enumerable.Repeat(1, 1000)]);

        Assert.Equal(2 + 1000, bytes.Count);
    }
}
