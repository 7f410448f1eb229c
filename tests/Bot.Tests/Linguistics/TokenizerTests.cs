using Bot.Linguistics;

namespace Bot.Tests.Linguistics;

public class TokenizerTests
{
    [Theory]
    [InlineData("Zelensky’s U.S.-Russian talks", "zelensky us russian talks")]
    [InlineData("перемир’я перемир'я перемирʼя", "перемиря перемиря перемиря")]
    [InlineData("Ёлка ґанок", "елка ганок")]
    [InlineData("26,632 and 26\u00A0632 and 1,200.5", "26632 and 26632 and 1.200.5")]
    [InlineData("3.5 or 3,5", "3.5 or 3.5")]
    [InlineData("Ки\u00ADїв Ки\u200Bїв", "київ київ")]
    [InlineData("Киі\u0308в и\u0306 за\u0301мок", "київ й замок")]
    [InlineData("Erdoğan, Wałęsa", "erdogan walesa")]
    [InlineData("don't", "don't")]
    [InlineData("", "")]
    [InlineData("😀 \uD800 !!!", "")]
    public void Words_come_out_the_same_however_they_are_typed(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Word)));
}
