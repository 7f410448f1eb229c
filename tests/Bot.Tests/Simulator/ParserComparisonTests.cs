using Bot.Tests.Support;
using BotApi.Simulator;

namespace Bot.Tests.Simulator;

public class ParserComparisonTests
{
    [SkippableFact]
    public void Our_strict_parser_agrees_with_Telegrams_own_on_ten_thousand_texts() =>
        Assert.Empty(ParserComparison.Run(TelegramParsers.Strict, TelegramParsers.TelegramsOwn(), 10_000, seed: 20_250_226));

    [Theory]
    [InlineData("<b>bold", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<x>y</x>", "Unsupported start tag \"x\"")]
    [InlineData("a < b", "Unsupported start tag")]
    public void What_Telegram_refuses_is_refused(string html, string words) =>
        Assert.Contains(words, Assert.Throws<TextParseException>(() => TelegramParsers.Strict.Parse(html)).Message);
}
