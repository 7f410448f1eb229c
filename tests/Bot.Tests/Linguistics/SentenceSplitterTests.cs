using Bot.Linguistics;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Linguistics;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("U.S. President Donald Trump spoke. He left.", "U.S. President Donald Trump spoke.|He left.")]
    [InlineData("They met in the U.S. The talks went on.", "They met in the U.S.|The talks went on.")]
    [InlineData("V. V. Putin answered. Nobody asked.", "V. V. Putin answered.|Nobody asked.")]
    [InlineData("Виступив В. Зеленський. Потім пішов.", "Виступив В. Зеленський.|Потім пішов.")]
    [InlineData("He said: “We will stay.” Then he left.", "He said: “We will stay.”|Then he left.")]
    [InlineData("He said, stating, “I asked him. He has no problem with it.” However, others did.", "He said, stating, “I asked him. He has no problem with it.”|However, others did.")]
    [InlineData("«Ми залишимось», – сказав він. Потім пішов.", "«Ми залишимось», – сказав він.|Потім пішов.")]
    [InlineData("“Is it true?” he asked. Nobody knew.", "“Is it true?” he asked.|Nobody knew.")]
    [InlineData("He paused... and went on. Then silence…", "He paused... and went on.|Then silence…")]
    [InlineData("It rose to 3.5 percent. Prices fell by 1,200.75 hryvnias.", "It rose to 3.5 percent.|Prices fell by 1,200.75 hryvnias.")]
    [InlineData("The March 6 summit is in Brussels. It is new.", "The March 6 summit is in Brussels.|It is new.")]
    [InlineData("It ended on March 6. The next one is in May.", "It ended on March 6.|The next one is in May.")]
    [InlineData("У 2022 р. Україна подала заявку. Це було 28 лютого 2022 р. Потім чекали.", "У 2022 р. Україна подала заявку.|Це було 28 лютого 2022 р.|Потім чекали.")]
    [InlineData("Вивезли 5 тис. осіб. Це за 2014–2015 рр. Потім ще.", "Вивезли 5 тис. осіб.|Це за 2014–2015 рр.|Потім ще.")]
    [InlineData("Дали 3 млн грн і 2 млрд. Решту потім.", "Дали 3 млн грн і 2 млрд.|Решту потім.")]
    [InlineData("Везли воду, хліб і т. д. Люди чекали.", "Везли воду, хліб і т. д.|Люди чекали.")]
    [InlineData("Он живёт в г. Киев на ул. Садовой. Это в центре.", "Он живёт в г. Киев на ул. Садовой.|Это в центре.")]
    [InlineData("За ст. 17 Конституції. Далі – інше.", "За ст. 17 Конституції.|Далі – інше.")]
    [InlineData("Dr. E. M. Fallow said so. Mr. Smith did not.", "Dr. E. M. Fallow said so.|Mr. Smith did not.")]
    [InlineData("They cited Lawson v. Board of Harbours. It was old.", "They cited Lawson v. Board of Harbours.|It was old.")]
    [InlineData("He came at 4 a.m. on Monday. Nobody saw him!", "He came at 4 a.m. on Monday.|Nobody saw him!")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text).Select(piece => piece.Span.In(text)));

    [Fact]
    public void Headings_and_list_items_stand_alone()
    {
        const string text = "# What is known\n\nNine were hurt. One died.\n\n- water for two days;\n- warm clothes\n1. ships by day";

        Assert.Equal(["What is known", "Nine were hurt.", "One died.", "water for two days;", "warm clothes", "ships by day"], SentenceSplitter.Split(text).Select(piece => piece.Span.In(text)));
    }

    [Fact]
    public void A_line_that_was_wrapped_by_hand_goes_on()
    {
        const string text = "The third round of talks ended in Halvard on the second of June\nwithout a date for a ceasefire, and the delegations went home in the\nevening.";

        Assert.Single(SentenceSplitter.Split(text));
    }

    [Fact]
    public void Spans_tile_any_text_and_nothing_is_lost()
    {
        var words = Gen.Elements("a", "Слово", "U.S.", "р.", "т.", "“", "”", "«", "»", "\"", ".", "!", "…", "?", "\n", "\n\n", "- ", "1. ", "# ", " ", "\t", "3.5", "ʼ", "😀", "\uD800", "\u200B", "В.", "(", ")", ",");
        var texts = words.ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

        Prop.ForAll(texts, text =>
        {
            var at = 0;
            foreach (var piece in SentenceSplitter.Split(text))
            {
                Assert.True(piece.Span.Start >= at && piece.Span.End > piece.Span.Start);
                Assert.True(HoldsNoWords(text[at..piece.Span.Start]), $"lost: '{text[at..piece.Span.Start]}'");
                at = piece.Span.End;
            }
            Assert.True(HoldsNoWords(text[at..]), $"lost at the end: '{text[at..]}'");
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>White space and list markers ("- ", "1. ", "a) ", "# ") may stand between sentences, nothing else.</summary>
    private static bool HoldsNoWords(string gap) => gap.Replace("a)", "", StringComparison.Ordinal).All(c => char.IsWhiteSpace(c) || c is '-' or '#' or '1' or '.');

    /// <summary>It would take minutes, were each piece's end looked for through all of the rest.</summary>
    [Fact]
    public void A_long_text_without_full_stops_is_cut_into_pieces()
    {
        var pieces = SentenceSplitter.Split(string.Concat(Enumerable.Repeat("wordy ", 1_000_000)));

        Assert.InRange(pieces.Max(piece => piece.Span.Length), 1, 1200);
    }
}
