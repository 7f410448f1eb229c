using Bot.Tests.Support;
using Bot.Telegram;
using BotApi.Simulator;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Telegram;

public class AnswerHtmlTests
{
    private static readonly string[] Hostile =
    [
        "<b>&\"'</b>", "</blockquote>", "<script>alert(1)</script>", "&amp;lt;", "<a href=\"javascript:alert(1)\">", "\uD800", "\uDC00 a", "\u0000\u0007", "\u202Eright to left", "😀👨‍👩‍👧", "[1] *bold* _x_ `c`", new string('<', 3000), "&#x41;", "Zażółć", "\u200B",
    ];

    private static string Html(params string[] statements) => AnswerHtml.Render(Some.AnswerOf(statements), Repository.Library.Texts);

    private static void IsAccepted(ITextParser parser, string html)
    {
        var parsed = parser.Parse(html);
        Assert.InRange(parsed.Text.Length, 1, AnswerHtml.LongestMessage);
    }

    [Fact]
    public void Hostile_text_is_shown_and_never_becomes_markup()
    {
        Assert.All(Hostile, text => IsAccepted(TelegramParsers.Strict, Html(text)));
        Assert.Contains("<script>alert(1)</script>", TelegramParsers.Strict.Parse(Html("<script>alert(1)</script>")).Text);
    }

    [SkippableFact]
    public void Telegrams_own_parser_accepts_hostile_text()
    {
        var parser = TelegramParsers.TelegramsOwn();

        Assert.All(Hostile, text => IsAccepted(parser, Html(text)));
    }

    [Fact]
    public void Any_text_is_accepted() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString[]>(), statements => IsAccepted(TelegramParsers.Strict, Html([.. statements.Select(statement => statement.Get).DefaultIfEmpty("x")]))).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_too_long_is_cut_between_statements()
    {
        var statements = Enumerable.Range(0, 12).Select(index => $"{index}: {new string('x', 700)}.").ToArray();

        var html = Html(statements);
        var parsed = TelegramParsers.Strict.Parse(html);

        Assert.InRange(parsed.Text.Length, 2800, AnswerHtml.LongestMessage);
        Assert.Contains("Shortened", parsed.Text);
        var shown = statements.TakeWhile(parsed.Text.Contains).Count();
        Assert.All(statements.Skip(shown), statement => Assert.DoesNotContain(statement[..20], parsed.Text));
        Assert.Equal(shown, parsed.Text.Split("Document <").Length - 1);
    }

    [Fact]
    public void Length_is_counted_as_Telegram_counts_it() =>
        Assert.All(Hostile.Append("a & b < c"), text => Assert.Equal(TelegramParsers.Strict.Parse("x" + AnswerHtml.Escape(text) + "x").Text.Length, AnswerHtml.LengthAfterParsing("x" + AnswerHtml.Escape(text) + "x")));

    [Fact]
    public void A_number_in_brackets_links_to_the_source_that_has_an_address()
    {
        var parsed = TelegramParsers.Strict.Parse(AnswerHtml.Render(Some.AnswerFrom("https://example.org/a?b=\"c\"&d", "Said."), Repository.Library.Texts));

        Assert.Contains(parsed.Entities, entity => entity.Type == "text_link" && parsed.Text.Substring(entity.Offset, entity.Length) == "[1]");
    }

    [Fact]
    public void Speakers_are_bold_and_quotes_unfold()
    {
        var parsed = TelegramParsers.Strict.Parse(Html("Said this."));

        Assert.Contains(parsed.Entities, entity => entity.Type == "bold" && parsed.Text.Substring(entity.Offset, entity.Length) == "Speaker 0:");
        Assert.Contains(parsed.Entities, entity => entity.Type == "expandable_blockquote");
    }

    [Theory]
    [InlineData("Who is the Kremlin spokesperson?", "undated; describes late February 2025 (inferred)")]
    [InlineData("Хто речник Кремля?", "без дати; описує період late February 2025 (визначено за змістом)")]
    [InlineData("Кто пресс-секретарь Кремля?", "без даты; описывает период late February 2025 (определено по содержанию)")]
    public void An_undated_source_says_so_and_what_period_it_covers(string question, string words) =>
        Assert.Contains(words, AnswerHtml.Render(Some.SeedAnswer(question), Repository.Library.Texts));
}
