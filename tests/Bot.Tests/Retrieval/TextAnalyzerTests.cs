using Bot.Citations;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Retrieval;

public class TextAnalyzerTests
{
    private static IEnumerable<string> Terms(string text) =>
        Repository.Library.Analyzer.Analyze(text, LanguageDetector.Detect(text) ?? Language.English).SelectMany(unit => unit.Terms);

    [Theory]
    [InlineData("6 March 2025")]
    [InlineData("March 6, 2025")]
    [InlineData("March 6th, 2025")]
    [InlineData("6th of March 2025")]
    [InlineData("6 березня 2025")]
    [InlineData("6-го березня 2025-го")]
    [InlineData("6 марта 2025")]
    [InlineData("06.03.2025")]
    [InlineData("6.3.2025")]
    [InlineData("2025-03-06")]
    public void A_day_is_the_same_however_it_is_written(string date) => Assert.Equal(["#march", "=2025", "=6"], Terms(date).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("May 9", "9 травня")]
    [InlineData("9 may", "09 мая")]
    [InlineData("in May", "у травні")]
    [InlineData("2025-05-09", "9.5.2025")]
    public void The_month_of_May_is_no_verb(string english, string other)
    {
        Assert.Contains("#may-month", Terms(english));
        Assert.Contains("#may-month", Terms(other));
        Assert.DoesNotContain("#may-month", Terms("Ukraine may join"));
    }

    [Theory]
    [InlineData("Що вирішили 6 березня 2025 року?", "The council decided on March 6, 2025 to send aid.")]
    [InlineData("What was decided on 6 March 2025?", "On 2025-03-06 the council decided to send aid.")]
    [InlineData("Что решили 06.03.2025?", "The council decided on the 6th of March 2025 to send aid.")]
    [InlineData("What was decided on May 9, 2025?", "Рада 09.05.2025 вирішила надіслати допомогу.")]
    public void A_question_about_a_day_finds_it_however_the_document_writes_it(string question, string sentence)
    {
        var answer = Some.Answer(question, Some.Document(sentence), Some.Document(sentence.Replace("2025", "2024", StringComparison.Ordinal), "d2"));

        Assert.Equal([sentence], answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public void A_date_that_may_be_either_is_not_taken_for_one_of_them() =>
        Assert.Equal(AnswerStatus.NotInSources, Some.Answer("What was decided on March 6, 2025?", Some.Document("On 6/3/2025 the council decided to send aid.")).Status);

    [Theory]
    [InlineData("cease-fire", "ceasefire")]
    [InlineData("co-operation", "cooperation")]
    [InlineData("peace-keepers", "peacekeepers")]
    [InlineData("прем’єр-міністр", "прем'єр‑міністр")]
    public void A_hyphen_makes_no_other_word(string hyphenated, string plain) => Assert.Equal(Terms(plain), Terms(hyphenated).Take(1));

    [Theory]
    [InlineData("How many shelters does the microdistrict have?", "The micro-district has 12 shelters.")]
    [InlineData("How many shelters does the micro-district have?", "The microdistrict has 12 shelters.")]
    [InlineData("How many shelters are in the district?", "The micro-district has 12 shelters.")]
    [InlineData("How many shelters were built in postwar years?", "In post-war years 12 shelters were built.")]
    public void A_hyphenated_word_is_found_whole_and_in_parts(string question, string sentence) =>
        Assert.Equal([sentence], Some.Answer(question, Some.Document(sentence)).Statements.Select(statement => statement.Text));

    [Fact]
    public void Of_two_places_joined_by_a_hyphen_each_is_found() =>
        Assert.Equal(["@donetsk", "@luhansk"], Terms("Донецьк-Луганськ"));

    [Theory]
    [InlineData("Що сказав Макрон про «ceasefire»?", "@emmanuel-macron", "#ceasefire")]
    [InlineData("What does Зеленський say about перемир’я?", "@volodymyr-zelenskyy", "#ceasefire")]
    [InlineData("Ｍａｃｒｏｎ and the ﬁght for Kиїв", "@emmanuel-macron", "@kyiv")]
    public void Each_word_is_read_by_its_own_alphabet(string text, string name, string word)
    {
        Assert.Contains(name, Terms(text));
        Assert.Contains(word, Terms(text));
    }
}
