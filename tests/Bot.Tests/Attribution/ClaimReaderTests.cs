using Bot.Attribution;
using Bot.Tests.Support;

namespace Bot.Tests.Attribution;

public class ClaimReaderTests
{
    private static IEnumerable<string?> Speakers(string text) =>
        new ClaimReader(Repository.Library.Analyzer).Read(Some.Document(text)).Select(sentence => sentence.Claim?.Speaker.Name);

    [Theory]
    [InlineData("Lavrov had emphasized that any deployment would be a threat.", "Sergei Lavrov")]
    [InlineData("Macron emphasized the need for a durable peace, stating, “We want a quick deal.”", "Emmanuel Macron")]
    [InlineData("U.S. President Donald Trump recently claimed that Vladimir Putin was open to it.", "Donald Trump")]
    [InlineData("“We will stay,” said Peskov.", "Dmitry Peskov")]
    [InlineData("According to Zelensky, the talks failed.", "Volodymyr Zelenskyy")]
    [InlineData("The Kremlin clarified its stance through spokesperson Dmitry Peskov.", "Dmitry Peskov")]
    [InlineData("Governor Ilan Torvek said that two missiles struck the bridge.", "Ilan Torvek")]
    [InlineData("Mirel Askova, the foreign minister of Karvenia, said her government would sign.", "Mirel Askova")]
    [InlineData("За словами Зеленського, переговори тривають.", "Volodymyr Zelenskyy")]
    [InlineData("По словам Пескова, переговоры идут.", "Dmitry Peskov")]
    [InlineData("«Ми не залишимо нікого», — сказав В. К. Орленко.", "В. К. Орленко")]
    [InlineData("«Мы передали 104 человека», — заявил Рогнар Штейн.", "Рогнар Штейн")]
    [InlineData("Із містечка вивезли мешканців, повідомив голова громади В. К. Орленко.", "В. К. Орленко")]
    public void Who_said_it_is_read_from_the_sentence(string text, string speaker) => Assert.Equal(speaker, Speakers(text).Single());

    [Fact]
    public void He_is_the_one_who_spoke_before() =>
        Assert.Equal(["Emmanuel Macron", "Emmanuel Macron"], Speakers("Macron said the talks were hard. He warned that they could fail."));

    [Fact]
    public void A_surname_alone_is_the_person_named_before() =>
        Assert.Equal(["Dara Menske", "Dara Menske"], Speakers("Colonel Dara Menske rejected the accusation. “We fired nothing,” Menske said."));

    [Fact]
    public void In_an_interview_the_name_before_the_colon_speaks_to_the_end_of_the_paragraph() =>
        Assert.Equal([null, "Marta Lindqvist", "Marta Lindqvist"], Speakers("What is needed?\n\nMarta Lindqvist: We need monitors. A thousand would do."));

    [Theory]
    [InlineData("The summit took place in Brussels on March 6.")]
    [InlineData("Trump arrived in Washington.")]
    [InlineData("In Washington the town council said that the water was clean.")]
    [InlineData("Караван вышел из Порт-Вельмара, сообщила администрация порта.")]
    public void What_nobody_with_a_name_says_has_no_speaker(string text) => Assert.Null(Speakers(text).Single());
}
