using Bot.Conversations;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Retrieval;

public class OfficeHoldersTests
{
    private static Query Read(string question) => new QueryReader(Repository.Library.Analyzer).Read(Question.Of(question), Repository.Library.Index.Current);

    [Theory]
    [InlineData("What did the French president say about a quick deal?", "emmanuel-macron")]
    [InlineData("What did the president of France say about a quick deal?", "emmanuel-macron")]
    [InlineData("Що президент Франції каже про угоду?", "emmanuel-macron")]
    [InlineData("Что сказал французский президент о сделке?", "emmanuel-macron")]
    [InlineData("What does the US president think about the war?", "donald-trump")]
    [InlineData("Що каже президент США про війну?", "donald-trump")]
    [InlineData("Что говорит российский президент о миротворцах?", "vladimir-putin")]
    [InlineData("What did the Ukrainian president say?", "volodymyr-zelenskyy")]
    [InlineData("What did the Russian foreign minister say about NATO troops?", "sergey-lavrov")]
    public void Who_is_named_by_office_is_asked_by_name(string question, string speaker) => Assert.Equal(speaker, Read(question).Speaker?.Id);

    [Theory]
    [InlineData("Who is the president of France?")]
    [InlineData("Хто президент України?")]
    [InlineData("What did the former US president say?")]
    [InlineData("What did the US president say in 2015?")]
    [InlineData("What did US President Biden say?")]
    [InlineData("What will the next Ukrainian president say?")]
    [InlineData("What did the presidents of Russia say?")]
    public void An_office_asked_for_or_of_another_time_names_nobody(string question) =>
        Assert.DoesNotContain(Read(question).Terms, term => term.Unit.Entity?.Id is "emmanuel-macron" or "donald-trump" or "volodymyr-zelenskyy" or "vladimir-putin");

    [Fact]
    public void A_document_that_gives_only_the_office_is_found_all_the_same()
    {
        var answer = Some.Answer("What did the French president promise?", Some.Document("The French president promised 12 ferries."));

        Assert.Equal("The French president promised 12 ferries.", answer.Statements[0].Text);
    }
}
