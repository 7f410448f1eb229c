using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class TransliterationTests
{
    [Theory]
    [InlineData("марченк", "marchenko")]
    [InlineData("талвік", "talvik")]
    [InlineData("жовтий", "zhovty")]
    [InlineData("харьков", "kharkov")]
    [InlineData("щербак", "shcherbak")]
    public void A_name_sounds_alike_in_both_alphabets(string cyrillic, string latin) =>
        Assert.Equal(Transliteration.Skeleton(latin), Transliteration.Skeleton(cyrillic));

    [Theory]
    [InlineData("марченк", "марчук")]
    [InlineData("bridge", "badge")]
    public void Different_names_stay_apart(string one, string other) =>
        Assert.NotEqual(Transliteration.Skeleton(one), Transliteration.Skeleton(other));
}
