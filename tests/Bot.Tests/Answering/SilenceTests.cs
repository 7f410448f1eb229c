using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Evidence;
using Bot.Tests.Support;

namespace Bot.Tests.Answering;

public class SilenceTests
{
    private static readonly Document[] Many = [.. Enumerable.Range(1, 250).Select(number => Some.Document($"Council {number} met in the rain. It spoke of its roads and of {number} trees.", $"council-{number}", $"Council {number}"))];

    private static readonly Document Passing = Some.Document("The mayor drove to the stadium in a green car. He wore a hat. The roof of his house leaks.", "passing", "A Sunday at home");

    private static readonly Document About = Some.Document("The stadium roof is green. A painter gave the stadium its colour in May.", "about", "The stadium roof");

    private static double Evidence(string question, params Document[] documents) =>
        WeighedSentence.MostEvidence(Some.Ranked(Question.Of(question), Some.Index(documents)));

    [Fact]
    public void Words_that_meet_by_chance_are_an_answer_the_less_the_more_there_is_to_meet_in() =>
        Assert.True(Evidence("Did the mayor build the green stadium?", [Passing, .. Many]) < 0.75 * Evidence("Did the mayor build the green stadium?", Passing));

    [Fact]
    public void What_a_document_is_about_is_answered_among_however_many() =>
        Assert.Equal("The stadium roof is green.", Some.Answer("Is the stadium roof green?", [Passing, About, .. Many]).Statements[0].Text);

    [Theory]
    [InlineData("Did the stadium roof turn green in 1987?")]
    [InlineData("What did Lavrov say about the stadium roof?")]
    [InlineData("Is the stadium roof of Belgium green?")]
    public void A_document_on_the_matter_does_not_make_up_for_a_year_a_speaker_or_a_name(string question) =>
        Assert.Equal(AnswerStatus.NotInSources, Some.Answer(question, [About, .. Many]).Status);
}
