using Bot.Citations;
using Bot.Linguistics;
using Bot.Presentation;
using Bot.Tests.Support;

namespace Bot.Tests.Presentation;

public class SourceCardTests
{
    [Fact]
    public void An_address_is_whole_however_long()
    {
        var url = new Uri("https://example.org/" + new string('a', 400));
        var document = Some.Document("A sentence.", url: url);

        Assert.Contains(url.AbsoluteUri, SourceCard.Of(Source.Of(1, document), document, Language.English, Repository.Library.Texts));
    }
}
