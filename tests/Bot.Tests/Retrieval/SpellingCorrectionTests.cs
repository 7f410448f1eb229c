using Bot.Citations;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Retrieval;

public class SpellingCorrectionTests
{
    private static readonly QueryReader Queries = new(Repository.Library.Analyzer);

    private static IReadOnlyList<QueryTerm> Terms(string question, params Document[] documents) => Queries.Read(Question.Of(question), Some.Index(documents)).Terms;

    [Theory]
    [InlineData("peacekeper", "peacekeeper", 1)]
    [InlineData("secuirty", "security", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("sovreignity", "sovereignty", 2)]
    public void Two_neighbours_swapped_are_one_mistake(string one, string other, int edits)
    {
        Assert.Equal(edits, Suggestion.Distance(one, other));
        Assert.Equal(edits, Suggestion.Distance(other, one));
    }

    [Theory]
    [InlineData("When is the Europaen summit in Brusels?", "The March 6 European summit in Brussels")]
    [InlineData("When is the European sumit in Brussels?", "The March 6 European summit in Brussels")]
    [InlineData("Does Putin agree to Europaen peacekepers?", "was open to European peacekeepers")]
    [InlineData("Чи згоден Путін на європейських миротвоців?", "was open to European peacekeepers")]
    [InlineData("Согласен ли Путин на европейских мироторвцев?", "was open to European peacekeepers")]
    public void A_mistyped_word_is_understood(string question, string words) =>
        Assert.Contains(Some.SeedAnswer(question).Statements, statement => statement.Text.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("How many people are in Drovensk?", "Drovenks")]
    [InlineData("How many people are in Krasnohirivka?", "Krasnogorivka")]
    [InlineData("How many people are in Velykodrynsk?", "Velikodrinks")]
    public void A_name_that_only_the_documents_know_is_found_too(string question, string name) =>
        Assert.Equal(AnswerStatus.Answered, Some.Answer(question, Some.Document($"There are 120 people in {name}.")).Status);

    [Fact]
    public void A_word_put_right_weighs_less_than_one_that_stands()
    {
        var document = Some.Document("The dredger of the company is stranded in the harbour.");

        var right = Assert.Single(Terms("stranded?", document));
        var mistyped = Assert.Single(Terms("stradned?", document));

        Assert.Equal(right.Term, mistyped.Term);
        Assert.True(mistyped.Weight < right.Weight);
    }

    [Theory]
    [InlineData("How many trams are in Drov?", "There are 12 trams in Drin.")]
    [InlineData("How many trams are in Belzna?", "There are 12 trams in Bilkna.")]
    public void A_short_name_with_two_other_letters_is_another_name(string question, string sentence) =>
        Assert.Equal(AnswerStatus.NotInSources, Some.Answer(question, Some.Document(sentence)).Status);
}
