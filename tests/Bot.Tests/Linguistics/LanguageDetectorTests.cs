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
    [InlineData("")]
    [InlineData("123 ?!")]
    [InlineData("👍")]
    public void Without_letters_there_is_no_language(string text) => Assert.Null(LanguageDetector.Detect(text));
}
