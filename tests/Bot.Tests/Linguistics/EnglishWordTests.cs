using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Linguistics;

public class EnglishWordTests
{
    [Theory]
    [InlineData("naturalised", "naturalize")]
    [InlineData("defences", "defense")]
    [InlineData("centres", "center")]
    [InlineData("labour", "labor")]
    [InlineData("neighbouring", "neighboring")]
    [InlineData("travelled", "traveled")]
    [InlineData("mobilisation", "mobilization")]
    [InlineData("paralysed", "paralyzed")]
    public void British_and_American_spellings_are_one_word(string british, string american) => Assert.Equal(EnglishWord.Stem(american), EnglishWord.Stem(british));

    [Theory]
    [InlineData("promise", "prize")]
    [InlineData("rise", "riser")]
    [InlineData("hour", "hor")]
    [InlineData("exercise", "exert")]
    public void Other_words_stay_apart(string one, string other) => Assert.NotEqual(EnglishWord.Stem(one), EnglishWord.Stem(other));

    [Fact]
    public void A_question_in_one_spelling_is_answered_in_the_other() =>
        Assert.Equal("The settlers were naturalised on 12 May 1705.", Some.Answer("When were the settlers naturalized?", Some.Document("The settlers were naturalised on 12 May 1705.")).Statements[0].Text);

    [Fact]
    public void Where_a_word_comes_from_may_be_told_by_a_time() =>
        Assert.Equal("The term brownie points goes back to wartime rationing in 1942.", Some.Answer("Where does the term brownie points come from?", Some.Document("The club met in Lviv. The term brownie points goes back to wartime rationing in 1942.")).Statements[0].Text);
}
