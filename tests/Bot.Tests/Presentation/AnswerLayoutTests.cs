using Bot.Citations;
using Bot.Presentation;
using Bot.Tests.Support;

namespace Bot.Tests.Presentation;

public class AnswerLayoutTests
{
    private static CheckedAnswer Answer(IReadOnlyList<Position> positions, params string?[] speakers)
    {
        var answer = Some.AnswerOf([.. speakers.Select((_, index) => $"Statement {index}.")]);
        return answer with { Statements = [.. answer.Statements.Zip(speakers, (statement, speaker) => statement with { Speaker = speaker })], Positions = positions };
    }

    private static IEnumerable<string> Read(CheckedAnswer answer) =>
        AnswerLayout.Of(answer, Repository.Library.Texts).Voices.Select(voice => $"{voice.Name}{(voice.IsPosition ? "!" : "")}: {string.Join(' ', voice.Quotes.Select(quote => quote.Text[10]))}");

    [Fact]
    public void What_one_speaker_says_in_a_row_stands_under_one_name() =>
        Assert.Equal(["A: 0 1", "B: 2", "A: 3"], Read(Answer([], "A", "A", "B", "A")));

    [Fact]
    public void Beside_speakers_the_source_itself_is_named() =>
        Assert.Equal(["The source itself: 0", "A: 1"], Read(Answer([], null, "A")));

    [Fact]
    public void Where_nobody_speaks_nobody_is_named() => Assert.Equal([": 0 1"], Read(Answer([], null, null)));

    [Fact]
    public void Positions_come_first_each_whole_and_what_is_of_no_position_after_them() =>
        Assert.Equal(["B!: 1 3", "A!: 2", "The source itself: 0"], Read(Answer([new Position("B", [1, 3]), new Position("A", [2])], null, "B", "A", "B")));

    [Fact]
    public void An_answer_is_as_old_as_the_newest_of_its_sources()
    {
        var answer = Some.AnswerOf("One.", "Two.");
        var dated = answer with { Sources = [answer.Sources[0] with { Published = new DateOnly(2025, 2, 26) }, answer.Sources[1]] };

        Assert.Equal("As of 2025-02-26", AnswerLayout.Of(dated, Repository.Library.Texts).Dating);
        Assert.Equal("undated", AnswerLayout.Of(answer, Repository.Library.Texts).Dating);
    }
}
