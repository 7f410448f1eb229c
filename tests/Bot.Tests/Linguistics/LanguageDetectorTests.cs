using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("Хто речник Кремля?", "uk")]
    [InlineData("Кто он?", "ru")]
    [InlineData("А коли?", "uk")]
    [InlineData("А когда?", "ru")]
    [InlineData("Чому?", "uk")]
    [InlineData("Почему?", "ru")]
    [InlineData("привіт", "uk")]
    [InlineData("привет", "ru")]
    [InlineData("Путин согласен на миротворцев?", "ru")]
    [InlineData("Що сказав Трамп про NATO?", "uk")]
    [InlineData("шо там росія", "uk")]
    [InlineData("Where is the summit?", "en")]
    [InlineData("перемир’я", "uk")]
    [InlineData("саммит в Брюсселе когда", "ru")]
    public void Short_questions_are_told_apart(string text, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(text)?.Code());

    [Theory]
    [InlineData("А Трамп?")]
    [InlineData("Зеленский")]
    [InlineData("НАТО")]
    public void What_is_the_same_in_two_languages_is_in_the_one_spoken_so_far(string text)
    {
        Assert.Equal(Language.Russian, LanguageDetector.Detect(text, Language.Russian));
        Assert.Equal(Language.Ukrainian, LanguageDetector.Detect(text, Language.Ukrainian));
    }

    [Fact]
    public void What_only_lacks_letters_of_one_language_is_in_the_one_spoken_so_far() => Assert.Equal(Language.Ukrainian, LanguageDetector.Detect("Кому належить Крим?", Language.Ukrainian));

    [Theory]
    [InlineData("Хто речник Кремля?", Language.Russian, "uk")]
    [InlineData("Кто он?", Language.Ukrainian, "ru")]
    public void A_change_of_language_is_noticed(string text, Language before, string language) => Assert.Equal(language, LanguageDetector.Detect(text, before)?.Code());

    [Theory]
    [InlineData("")]
    [InlineData("123 ?!")]
    [InlineData("👍")]
    public void Without_letters_there_is_no_language(string text) => Assert.Null(LanguageDetector.Detect(text));
}
