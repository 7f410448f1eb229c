using Bot.Corpus;
using Bot.Embeddings;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Embeddings;

public class FusionTests
{
    private const int Passages = 200;
    private const int Dimensions = 128;

    private readonly Document document = Some.Document("One sentence.");

    [Fact]
    public void A_model_that_knows_nothing_seldom_changes_the_order()
    {
        var unchanged = Enumerable.Range(1, 50).Count(seed =>
        {
            var random = new Random(seed);
            return Order(Ranked(10, 11, 12, 13, 14), Vectors(random), Noise(random)).SequenceEqual([10, 11, 12, 13, 14]);
        });

        Assert.InRange(unchanged, 40, 50);
    }

    [Fact]
    public void A_passage_that_stands_out_by_meaning_comes_first()
    {
        var random = new Random(1);
        var question = Noise(random);

        Assert.Equal(77, Order(Ranked(10, 11), Vectors(random, (77, question)), question)[0]);
    }

    [Fact]
    public void Of_passages_alike_by_words_the_one_nearer_by_meaning_comes_first()
    {
        var random = new Random(1);
        var question = Noise(random);
        RankedPassage[] byWords = [.. Ranked(10, 11).Select(ranked => ranked with { Score = 3 })];

        Assert.Equal([11, 10], Order(byWords, Vectors(random, (11, question)), question));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(0.05, 77)]
    public void A_question_of_which_the_documents_hold_few_words_is_ranked_by_meaning_rather(double wordsKnown, int first)
    {
        var random = new Random(1);
        var question = Noise(random);
        RankedPassage[] byWords = [.. Ranked(10, 11).Select(ranked => ranked with { Score = 100 * ranked.Score })];

        Assert.Equal(first, Order(byWords, Vectors(random, (77, question)), question, wordsKnown)[0]);
    }

    [Fact]
    public void Where_all_passages_are_one_only_words_count() =>
        Assert.Equal([3, 4], Order(Ranked(3, 4), new PassageVectors(new CorpusSnapshot([document], []), [.. Enumerable.Range(0, Passages).Select(number => new EmbeddedPassage(new Passage(document, number), Noise(new Random(1))))]), Noise(new Random(1))));

    private static int[] Order(IReadOnlyList<RankedPassage> byWords, PassageVectors vectors, QuantizedVector question, double wordsKnown = 1) =>
        [.. Fusion.Rank(byWords, wordsKnown, vectors, question, byWords.Count).Select(ranked => ranked.Passage.Number)];

    /// <summary>Each a point behind the one before.</summary>
    private RankedPassage[] Ranked(params int[] numbers) => [.. numbers.Select((number, place) => new RankedPassage(new Passage(document, number), numbers.Length - place))];

    private PassageVectors Vectors(Random random, params (int Number, QuantizedVector Vector)[] known) => new(
        new CorpusSnapshot([document], []),
        [.. Enumerable.Range(0, Passages).Select(number => new EmbeddedPassage(new Passage(document, number), known.FirstOrDefault(one => one.Number == number).Vector ?? Noise(random)))]);

    private static QuantizedVector Noise(Random random) => QuantizedVector.Of([.. Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))]);
}
