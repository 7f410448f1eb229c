using Bot.Embeddings;

namespace Bot.Tests.Embeddings;

public class QuantizedVectorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(384)]
    [InlineData(1000)]
    public void A_byte_a_dimension_keeps_the_cosine_to_a_hundredth(int dimensions)
    {
        var random = new Random(dimensions);
        for (var round = 0; round < 100; round++)
        {
            var (one, other) = (Vector(random, dimensions), Vector(random, dimensions));

            Assert.Equal(Cosine(one, other), QuantizedVector.Of(one).Cosine(QuantizedVector.Of(other)), 0.01);
        }
    }

    [Fact]
    public void The_largest_values_do_not_overflow()
    {
        var most = QuantizedVector.Of([.. Enumerable.Repeat(3f, 4096)]);
        var least = QuantizedVector.Of([.. Enumerable.Repeat(-5f, 4096)]);

        Assert.Equal(1, most.Cosine(most), 0.001);
        Assert.Equal(-1, most.Cosine(least), 0.001);
    }

    [Fact]
    public void A_vector_of_zeros_is_near_nothing() => Assert.Equal(0, QuantizedVector.Of(new float[8]).Cosine(QuantizedVector.Of([1, 2, 3, 4, 5, 6, 7, 8])));

    [Fact]
    public void Vectors_of_other_dimensions_are_near_nothing()
    {
        var (longer, shorter) = (QuantizedVector.Of([.. Enumerable.Repeat(1f, 128)]), QuantizedVector.Of([.. Enumerable.Repeat(1f, 64)]));

        Assert.Equal(0, longer.Cosine(shorter));
        Assert.Equal(0, shorter.Cosine(longer));
    }

    private static float[] Vector(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.3))];

    private static double Cosine(float[] one, float[] other) => one.Zip(other, (x, y) => (double)x * y).Sum() / Math.Sqrt(one.Sum(x => (double)x * x) * other.Sum(y => (double)y * y));
}
