using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class LettersTests
{
    [Theory]
    [InlineData("peacekeeper", "peacekepers", 1)]
    [InlineData("zelensk", "celensk", 1)]
    [InlineData("київ", "львів", 3)]
    [InlineData("macron", "arcmon", 0)]
    [InlineData("bridge", "volga", 5)]
    public void Words_are_at_least_as_far_apart_as_the_letters_only_one_of_them_has(string one, string other, int apart)
    {
        Assert.Equal(apart, Letters.Of(one).AtLeastApart(other));
        Assert.True(apart <= Suggestion.Distance(one, other));
    }
}
