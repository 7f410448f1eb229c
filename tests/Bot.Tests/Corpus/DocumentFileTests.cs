using Bot.Corpus;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Corpus;

public class DocumentFileTests
{
    [Fact]
    public void The_sentences_that_a_span_touches_are_found()
    {
        var document = Repository.Library.Index.Current.Corpus.Documents[0];

        Assert.All(
            from start in Enumerable.Range(0, document.Text.Length / 13).Select(step => step * 13) from length in new[] { 1, 40, 700 } where start + length <= document.Text.Length select new TextSpan(start, start + length),
            span => Assert.Equal(document.Sentences.Where(sentence => sentence.Span.Overlaps(span)), document.SentencesIn(span)));
    }

    private readonly string folder = Some.Folder();

    private Document Read(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return DocumentFile.Read(Path.Combine(folder, name));
    }

    [Fact]
    public void Front_matter_becomes_metadata_and_is_no_part_of_the_text()
    {
        var document = Read("a.md", "---\ntitle: A report\npublished: 2025-02-26\nurl: https://example.org/a\nlanguage: en\n---\n# Heading\n\nIt **began** on [Monday](https://example.org).\n");

        Assert.Equal(("A report", new DateOnly(2025, 2, 26), "https://example.org/a"), (document.Title, document.Metadata.Published, document.Metadata.Url!.AbsoluteUri));
        Assert.Equal("# Heading\n\nIt began on Monday.\n", document.Text);
    }

    [Fact]
    public void A_sidecar_describes_a_text_that_stays_as_it_is()
    {
        File.WriteAllText(Path.Combine(folder, "b.meta.yaml"), "id: the-b\ntitle: B\ncovers: late February 2025\ncovers-by: inferred\n");

        var document = Read("b.txt", "Alpha spoke.\nBeta did not.\n");

        Assert.Equal(("the-b", "late February 2025", "inferred"), (document.Id, document.Metadata.Covers, document.Metadata.CoversBy));
        Assert.Equal("Alpha spoke.\nBeta did not.\n", document.Text);
    }

    [Fact]
    public void Of_a_web_page_only_the_article_is_read()
    {
        var document = Read("c.html", """
            <!doctype html><html lang="uk"><head><title>Сайт | Новина</title>
            <meta property="og:title" content="Новина дня"><meta property="og:site_name" content="Вісник">
            <meta property="article:published_time" content="2025-03-01T10:00:00Z"><link rel="canonical" href="https://example.org/n"></head>
            <body><nav><p>Головна Політика Спорт Погода Реклама Контакти Про нас Вакансії</p></nav>
            <header><p>Підпишіться на нас</p></header>
            <article><h1>Новина дня</h1><p>Переговори <b>завершилися</b> в&nbsp;Женеві.</p><ul><li>Полонених обміняють</li></ul><script>alert(1)</script></article>
            <aside><p>Читайте також: інша новина, дуже довга і зовсім не про те</p></aside><footer><p>© Вісник</p></footer></body></html>
            """);

        Assert.Equal("# Новина дня\n\nПереговори завершилися в Женеві.\n\n- Полонених обміняють\n", document.Text);
        Assert.Equal(("Новина дня", "Вісник", Language.Ukrainian, new DateOnly(2025, 3, 1)), (document.Title, document.Metadata.Publisher, document.Language, document.Metadata.Published));
    }

    [Fact]
    public void Sentences_stand_exactly_where_their_spans_say()
    {
        var document = Some.Document("First here. Second 😀 there.\n\nThird.");

        Assert.All(document.Sentences, sentence => Assert.Equal(sentence.Text, document.Text[sentence.Span.Start..sentence.Span.End]));
        Assert.Equal(["First here.", "Second 😀 there.", "Third."], document.Sentences.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("---\ntitel: A\n---\nText.", "did you mean 'title'?")]
    [InlineData("---\npublished: yesterday\n---\nText.", "2025-02-26")]
    [InlineData("---\nurl: javascript:alert(1)\n---\nText.", "http://")]
    [InlineData("---\nlanguage: de\n---\nText.", "en, uk, ru")]
    [InlineData("---\ntitle: [a\n---\nText.", "line")]
    [InlineData("---\ntitle: A\nText.", "does not end")]
    [InlineData("\n \n", "holds no words")]
    public void A_broken_document_says_what_to_do(string text, string words) =>
        Assert.Contains(words, Assert.Throws<DocumentException>(() => Read("broken.md", text)).Message);
}
