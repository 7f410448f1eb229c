using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class TransliterationTests
{
    [Theory]
    [InlineData("козелець", "kozelets")]
    [InlineData("кременець", "kremenets")]
    [InlineData("кличко", "klitschko")]
    public void A_name_sounds_the_same_in_its_spellings(string one, string other) => Assert.Equal(Transliteration.Skeleton(one), Transliteration.Skeleton(other));

    [Theory]
    [InlineData("львів", "lvov")]
    [InlineData("ніжин", "nezhin")]
    [InlineData("олександр", "alexander")]
    [InlineData("київ", "kiev")]
    public void Where_languages_give_a_name_other_vowels_its_consonants_are_the_same(string one, string other)
    {
        Assert.NotEqual(Transliteration.Skeleton(one), Transliteration.Skeleton(other));
        Assert.Equal(Transliteration.Frame(Transliteration.Skeleton(one)), Transliteration.Frame(Transliteration.Skeleton(other)));
    }

    [Theory]
    [InlineData("львів", "харків")]
    [InlineData("олександр", "ленінград")]
    [InlineData("одеса", "дас")]
    public void Other_names_have_other_consonants(string one, string other) =>
        Assert.NotEqual(Transliteration.Frame(Transliteration.Skeleton(one)), Transliteration.Frame(Transliteration.Skeleton(other)));

    [Fact]
    public void A_single_consonant_tells_no_names_apart() => Assert.Null(Transliteration.Frame(Transliteration.Skeleton("яя")));

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
