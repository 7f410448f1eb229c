using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class TokenizerTests
{
    [Theory]
    [InlineData("Zelensky’s U.S.-Russian talks", "zelensky us russian talks")]
    [InlineData("перемир’я перемир'я перемирʼя", "перемиря перемиря перемиря")]
    [InlineData("Ёлка ґанок", "елка ганок")]
    [InlineData("26,632 and 26\u00A0632 and 1,200.5", "26632 and 26632 and 1200.5")]
    [InlineData("10 000 бійців, 1 000 000, у 2014 100 осіб, 1.234.567,5", "10000 бійців 1000000 у 2014 100 осіб 1234567.5")]
    [InlineData("3.5 or 3,5", "3.5 or 3.5")]
    [InlineData("Ки\u00ADїв Ки\u200Bїв", "київ київ")]
    [InlineData("Киі\u0308в и\u0306 за\u0301мок", "київ й замок")]
    [InlineData("Erdoğan, Wałęsa", "erdogan walesa")]
    [InlineData("don't", "don't")]
    [InlineData("Ｋｙｉｖ １２ ﬁghting 𝐌𝐚𝐜𝐫𝐨𝐧 6ᵗʰ Ⅳ", "kyiv 12 fighting macron 6 iv")]
    [InlineData("CO₂ km² 5 м³ Trump¹ said²", "co2 km2 5 м3 trump said")]
    [InlineData("об’єкт об'єкт об`єкт обʼєкт об\"єкт об′єкт обєкт", "обєкт обєкт обєкт обєкт обєкт обєкт обєкт")]
    [InlineData("слово \"інше\" слово", "слово інше слово")]
    [InlineData("Kиїв, Пyтін, Мacron, Mac", "київ путін macron mac")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("6th 6-го 27-ми 93-ї 1990s 5-км F-16s 5 м", "6 6 27 93 1990 5 км f 16 5 м")]
    [InlineData("", "")]
    [InlineData("😀 \uD800 !!!", "")]
    public void Words_come_out_the_same_however_they_are_typed(string text, string words) =>
        Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("2025-03-06", "2025 march 6")]
    [InlineData("2025-03-06T14:30", "2025 march 6 t14 30")]
    [InlineData("06.03.2025 р.", "6 march 2025 р")]
    [InlineData("6.3.2025,", "6 march 2025")]
    [InlineData("25/03/2025 or 03/25/2025", "25 march 2025 or march 25 2025")]
    [InlineData("6/3/2025", "6 3 2025")]
    [InlineData("31.12.2024 - 01.01.2025", "31 december 2024 1 january 2025")]
    [InlineData("45.03.2025, 192.168.10.12, 1.06.03.2025", "45.03.2025 192.168.10.12 1.06.03.2025")]
    public void A_date_in_digits_is_read_as_its_words(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("a ﬁght in Ｋｙｉｖ", 1, "ﬁght")]
    [InlineData("Ки\u00ADїв, 𝐌𝐚𝐜𝐫𝐨𝐧", 1, "𝐌𝐚𝐜𝐫𝐨𝐧")]
    [InlineData("on 2025-03-06.", 2, "03")]
    [InlineData("the 6th of", 1, "6th")]
    public void A_word_stands_where_the_text_has_it_as_it_was_typed(string text, int word, string typed) =>
        Assert.Equal(typed, Tokenizer.Tokenize(text)[word].Span.In(text));

    private static string Words(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Word));
}
