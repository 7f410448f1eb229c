using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Citations;

public class CitationCheckerTests
{
    private static readonly Document Given = Some.Document("Torvek spoke of two missiles. Menske denied it.");
    private static readonly Citation Honest = Citation.Of(Given.Sentences[0]);

    private static CheckedDraft Check(DraftStatement statement)
    {
        var readings = new Readings(Repository.Library.Analyzer);
        return new CitationChecker(readings, Repository.Library.Analyzer).Check(new Draft([statement], SpeakersDisagree: false), [.. Passage.AllOf(Given)], Language.English);
    }

    private static void IsDropped(DraftStatement statement, string fault)
    {
        var answer = Check(statement);

        Assert.Empty(answer.Standing);
        Assert.Contains(fault, Assert.Single(answer.Dropped).Fault);
    }

    [Fact]
    public void A_verbatim_sentence_stands() => Assert.Single(Check(new DraftStatement(Honest.Quote, [Honest], null)).Standing);

    [Fact]
    public void A_statement_that_cites_nothing_is_dropped() => IsDropped(new DraftStatement(Honest.Quote, [], null), "cites nothing");

    [Fact]
    public void A_document_that_was_not_given_is_dropped() =>
        IsDropped(new DraftStatement(Honest.Quote, [Honest with { Document = "elsewhere" }], null), "not among the passages given");

    [Fact]
    public void An_older_version_of_a_document_is_dropped() =>
        IsDropped(new DraftStatement(Honest.Quote, [Honest with { ContentHash = "older" }], null), "not among the passages given");

    [Theory]
    [InlineData(1, 29)]
    [InlineData(0, 28)]
    [InlineData(-1, 29)]
    [InlineData(0, 10_000)]
    [InlineData(29, 0)]
    public void A_quote_that_stands_elsewhere_is_dropped(int start, int end) =>
        IsDropped(new DraftStatement(Honest.Quote, [Honest with { Start = start, End = end }], null), "does not stand in");

    [Fact]
    public void An_invented_quote_is_dropped() =>
        IsDropped(new DraftStatement("Torvek spoke of six missiles.", [Honest with { Quote = "Torvek spoke of six missiles." }], null), "does not stand in");

    [Fact]
    public void Words_that_are_not_in_the_quote_are_dropped() =>
        IsDropped(new DraftStatement("Torvek spoke of six missiles.", [Honest], null), "the number 'six'");

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    public void What_says_nothing_is_dropped(string text) => IsDropped(new DraftStatement(text, [Honest], null), "says nothing");

    [Fact]
    public void A_speaker_the_source_does_not_name_is_dropped() =>
        IsDropped(new DraftStatement(Honest.Quote, [Honest], new Speaker(null, "Orlenko")), "is not said by 'Orlenko'");
}
