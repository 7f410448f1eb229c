using Bot.Linguistics;
using Xunit;

namespace Bot.Tests.Linguistics;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("negotiations", "negoti")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("missiles", "missil")]
    [InlineData("cries", "cri")]
    [InlineData("zelenskyy's", "zelenskyy")]
    [InlineData("yielded", "yield")]
    public void An_English_word_loses_its_suffixes(string word, string stem) =>
        Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("evening", "evening")]
    [InlineData("proceed", "proceed")]
    [InlineData("organization", "organiz")]
    [InlineData("pasted", "paste")]
    public void An_exceptional_English_word_keeps_its_own_stem(string word, string stem) =>
        Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("переговорами", "переговор")]
    [InlineData("сказавшись", "сказа")]
    [InlineData("противоестественном", "противоестествен")]
    [InlineData("бегавшая", "бега")]
    [InlineData("независимость", "независим")]
    [InlineData("шёл", "шел")]
    public void A_Russian_word_loses_its_endings(string word, string stem) =>
        Assert.Equal(stem, RussianStemmer.Stem(word));

    [Theory]
    [InlineData("зеленський", "зеленського", "зеленському", "зеленським")]
    [InlineData("порошенко", "порошенка", "порошенку", "порошенком")]
    [InlineData("лавров", "лаврова", "лаврову", "лавровим", "лаврові")]
    public void Case_endings_of_a_Ukrainian_surname_meet(params string[] forms) => AssertOneStem(forms);

    [Theory]
    [InlineData("одеса", "одеси", "одесі", "одесою")]
    [InlineData("київ", "києва", "києву", "києві")]
    [InlineData("харків", "харкова", "харкові", "харковом")]
    [InlineData("білорусь", "білорусі", "білоруссю")]
    [InlineData("запоріжжя", "запоріжжі", "запоріжжям")]
    public void Case_endings_of_a_Ukrainian_place_name_meet(params string[] forms) => AssertOneStem(forms);

    [Theory]
    [InlineData("депутат", "депутати", "депутатом", "депутатів")]
    [InlineData("програма", "програм", "програми", "програмами")]
    [InlineData("санкція", "санкції", "санкцій", "санкціями")]
    [InlineData("незалежність", "незалежності", "незалежністю")]
    [InlineData("українець", "українця", "українці")]
    [InlineData("новий", "нового", "нова", "нової", "нові")]
    public void Case_endings_of_a_Ukrainian_noun_or_adjective_meet(params string[] forms) => AssertOneStem(forms);

    [Theory]
    [InlineData("говорити", "говорив", "говорила", "говорять", "говоритиме")]
    [InlineData("погодитися", "погодився", "погодилась", "погодиться")]
    [InlineData("працювати", "працював", "працює", "працюють")]
    public void Forms_of_a_Ukrainian_verb_meet(params string[] forms) => AssertOneStem(forms);

    [Theory]
    [InlineData("правила", "відправила")]
    [InlineData("депутат", "депо")]
    [InlineData("стіл", "стола")]
    public void Different_Ukrainian_words_and_alternating_roots_stay_apart(string one, string other) =>
        Assert.NotEqual(UkrainianStemmer.Stem(one), UkrainianStemmer.Stem(other));

    [Fact]
    public void A_word_that_is_its_own_stem_comes_back_as_the_same_instance()
    {
        Assert.Same("treati", EnglishStemmer.Stem("treati"));
        Assert.Same("мир", RussianStemmer.Stem("мир"));
        Assert.Same("полк", UkrainianStemmer.Stem("полк"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("'''")]
    [InlineData("2022")]
    [InlineData("с-300")]
    [InlineData("x")]
    public void Short_words_and_numbers_do_no_harm(string word)
    {
        Assert.True(EnglishStemmer.Stem(word).Length <= word.Length);
        Assert.Equal(word, RussianStemmer.Stem(word));
        Assert.Equal(word, UkrainianStemmer.Stem(word));
    }

    [Theory]
    [InlineData("зеленськ", "зеленський", "зеленського", "зеленською")]
    [InlineData("кремл", "кремль", "кремлю", "кремле")]
    [InlineData("рос", "росія", "росією", "росії")]
    [InlineData("трамп", "трамп", "трампові", "трампом")]
    public void Case_endings_are_recognised(string stem, params string[] forms) =>
        Assert.All(forms, form => Assert.True(Inflection.IsCaseEnding(form.AsSpan(stem.Length)), form));

    [Theory]
    [InlineData("ив")]
    [InlineData("ила")]
    [InlineData("ёвский")]
    public void Other_tails_are_no_case_endings(string tail) => Assert.False(Inflection.IsCaseEnding(tail));

    [Theory]
    [InlineData("сказа", "сказав", "сказала", "сказали", "сказати", "сказать", "сказал", "сказано", "сказанное")]
    [InlineData("говор", "говорив", "говорить", "говорити", "говорят", "говорила", "говорящего")]
    [InlineData("погоди", "погодився", "погодилась", "погодитися", "погодилися")]
    [InlineData("переговор", "переговорів", "переговоры", "переговорами")]
    public void Inflectional_endings_are_recognised(string stem, params string[] forms) =>
        Assert.All(forms, form => Assert.True(Inflection.IsEnding(form.AsSpan(stem.Length), maxLength: 6), form));

    [Theory]
    [InlineData("ськ", 6)]
    [InlineData("оворний", 9)]
    [InlineData("ла", 1)]
    public void Suffixes_and_tails_that_are_too_long_are_no_endings(string tail, int maxLength) =>
        Assert.False(Inflection.IsEnding(tail, maxLength));

    private static void AssertOneStem(string[] forms) =>
        Assert.Single(forms.Select(UkrainianStemmer.Stem).Distinct());
}
