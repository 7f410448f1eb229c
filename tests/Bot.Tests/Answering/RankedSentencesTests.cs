using Bot.Conversations;
using Bot.Corpus;
using Bot.Tests.Support;

namespace Bot.Tests.Answering;

public class RankedSentencesTests
{
    private static IReadOnlyList<string> Ranked(string question, params Document[] documents) =>
        [.. Some.Ranked(Question.Of(question), Some.Index(documents)).Select(sentence => sentence.Read.Sentence.Text)];

    [Fact]
    public void What_two_documents_print_alike_is_ranked_once()
    {
        var ranked = Ranked("When was the bridge opened?", Some.Document("The bridge was opened on 4 May 2011 – at last.", "a"), Some.Document("The bridge was opened on 4 May 2011, at last.", "b"));

        Assert.Single(ranked);
    }

    [Fact]
    public void What_differs_in_a_word_is_ranked_twice() =>
        Assert.Equal(2, Ranked("When was the bridge opened?", Some.Document("The bridge was opened on 4 May 2011.", "a"), Some.Document("The bridge was not opened on 4 May 2011.", "b")).Count);

    [Fact]
    public void What_every_sentence_says_counts_less_than_what_one_says()
    {
        var document = Some.Document("The Orlo ferry began in May. The Orlo ferry has a captain. The Orlo ferry has two decks and a bar. Coal is the cargo of the ferry. The Orlo ferry is blue.");

        Assert.Equal("Coal is the cargo of the ferry.", Ranked("Which cargo does the Orlo ferry have?", document)[0]);
    }

    [Fact]
    public void What_a_report_begins_with_is_first_among_equals()
    {
        var document = Some.Document("The harbour was rebuilt. " + string.Concat(Enumerable.Repeat("It rained all day and nobody came. ", 12)) + "The harbour was rebuilt beside the old harbour.");

        Assert.Equal("The harbour was rebuilt.", Ranked("What of the harbour?", document)[0]);
    }

    [Fact]
    public void A_document_is_found_by_what_only_its_title_names() =>
        Assert.Contains("It deals with a lost friendship.", Ranked("What is Snuffbox about?", Some.Document("It deals with a lost friendship. The band wrote it in a night.", title: "Snuffbox (song)")));

    [Theory]
    [InlineData("The ferry leaves at 11 a.m. from the pier.")]
    [InlineData("The ferry leaves daily from the pier.")]
    public void When_is_answered_by_an_hour_and_by_how_often(string words) =>
        Assert.Equal(words, Ranked("When does the ferry leave?", Some.Document("The ferry leaves the town behind and is never late. " + words))[0]);

    [Theory]
    [InlineData("When was the Orlo stock exchange opened?", "The city opened a museum in May 1999. The Orlo stock exchange closed with the war. It was opened in April 1991.", "It was opened in April 1991.")]
    [InlineData("Коли відкрили біржу в Орло?", "У травні 1999 року місто відкрило музей. Біржу в Орло закрили під час війни. Її відкрили в квітні 1991 року.", "Її відкрили в квітні 1991 року.")]
    public void What_goes_on_about_the_sentence_before_is_about_what_that_one_names(string question, string text, string best) =>
        Assert.Equal(best, Ranked(question, Some.Document(text))[0]);

    [Fact]
    public void Who_is_answered_by_people_without_a_name_where_none_is_named() =>
        Assert.Equal("Engineers had built it by spring.", Ranked("Who built the dam?", Some.Document("The dam was built of granite and clay. Engineers had built it by spring."))[0]);

    [Theory]
    [InlineData("What is the name of the castle on the coast?", "Anna Corvin lives in the castle in the town. The castle on the coast has Afran above its gate.")]
    [InlineData("How old was Anna Corvin when she became mayor?", "Anna Corvin became mayor in May 2011. Anna Corvin became mayor at age 39.")]
    [InlineData("price of the console when it came out", "The console came out in May 2006. The price of the console was high when it came out.")]
    [InlineData("Сколько лет Анне Корвин?", "Анна Корвин живёт в Орло. Анне Корвин 39 лет.")]
    public void What_is_asked_for_is_ranked_before_what_only_speaks_of_it(string question, string text) =>
        Assert.Equal(text[(text.IndexOf(". ", StringComparison.Ordinal) + 2)..], Ranked(question, Some.Document(text))[0]);

    [Theory]
    [InlineData("Describe the dam of Orlo")]
    [InlineData("Discuss the dam of Orlo")]
    public void A_request_to_describe_asks_for_no_description(string question) =>
        Assert.InRange(Some.Ranked(Question.Of(question), Some.Index(Some.Document("The dam of Orlo is two miles long.")))[0].Evidence, 0.95, 1);

    [Fact]
    public void More_is_ranked_than_is_shown()
    {
        var document = Some.Document("The bridge was opened on 4 May 2011. The bridge was painted on 6 June 2012. The bridge was closed on 7 July 2013. The bridge fell on 8 August 2014.");

        Assert.Equal(4, Ranked("When was the bridge opened?", document).Count);
        Assert.InRange(Some.Answer("When was the bridge opened?", document).Statements.Count, 1, 2);
    }
}
