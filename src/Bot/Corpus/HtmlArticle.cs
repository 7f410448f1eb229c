using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>The article of a web page, without its navigation, and the metadata the page states of itself.</summary>
internal static partial class HtmlArticle
{
    private const int DeepestNesting = 400;

    private const string Furniture =
        "nav, aside, footer, form, script, style, noscript, template, iframe, svg, button, select, figure, [hidden], [aria-hidden=true], [style*=\"display:none\"], [style*=\"display: none\"], [style*=\"visibility:hidden\"], [style*=\"visibility: hidden\"], [role=navigation], [role=banner], [role=complementary], [role=contentinfo], [role=search], header nav";

    private static readonly string[] Blocks =
        ["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "BLOCKQUOTE", "PRE", "TD", "TH", "DT", "DD", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "TR", "UL", "OL", "TABLE", "BODY", "BR"];

    /// <exception cref="DocumentException">The page is nested beyond reason.</exception>
    public static (DocumentMetadata Metadata, string Text) Extract(string html)
    {
        if (IsTooDeep(html)) throw new DocumentException($"has tags nested more than {DeepestNesting} deep");
        var page = new HtmlParser().ParseDocument(html);
        var metadata = ReadMetadata(page);
        foreach (var element in page.QuerySelectorAll(Furniture).ToList()) element.Remove();
        return (metadata, Words(Article(page)));
    }

    /// <summary>
    /// Whether tags are nested beyond reason, roughly; those that are often left open do not count. Asked before the page is
    /// parsed, which takes the square of the depth.
    /// </summary>
    private static bool IsTooDeep(string html)
    {
        var open = new List<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Value.TrimStart('<', '/').ToUpperInvariant();
            if (tag.Value[1] != '/') open.Add(name);
            // A closing tag that closes nothing does not make a page flatter.
            else if (open.LastIndexOf(name) is >= 0 and var at) open.RemoveRange(at, open.Count - at);
            if (open.Count > DeepestNesting) return true;
        }
        return false;
    }

    [GeneratedRegex("</?(?!(p|li|br|img|hr|meta|link|input|td|th|tr|dt|dd|option|source|wbr|col|area|base|embed|track|param)\\b)[a-z][a-z0-9-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private static IElement Article(IHtmlDocument page) =>
        page.QuerySelectorAll("article, [itemprop=articleBody], main, [role=main]").OrderByDescending(ParagraphLetters).FirstOrDefault(element => ParagraphLetters(element) > 0)
        ?? MostText(page)
        ?? page.Body
        ?? page.DocumentElement;

    /// <summary>Without a marked article: the element whose own paragraphs hold the most letters, links not counted.</summary>
    private static IElement? MostText(IHtmlDocument page) =>
        page.QuerySelectorAll("p").Select(paragraph => paragraph.ParentElement).OfType<IElement>().Distinct()
            .OrderByDescending(ParagraphLetters).FirstOrDefault(element => ParagraphLetters(element) > 0);

    private static int ParagraphLetters(IElement element) =>
        element.QuerySelectorAll("p, li, h2, h3").Sum(part => part.TextContent.Length - part.QuerySelectorAll("a").Sum(link => link.TextContent.Length));

    private static string Words(IElement article)
    {
        var text = new StringBuilder();
        var line = new StringBuilder();
        var prefix = "";
        Walk(article);
        EndLine();
        return text.ToString().TrimEnd('\n') + "\n";

        void Walk(INode node)
        {
            if (node is IText part) line.Append(part.Data);
            if (node is not IElement element) return;
            var isBlock = Blocks.Contains(element.TagName);
            if (isBlock) EndLine();
            if (element.TagName is ['H', >= '1' and <= '6']) prefix = new string('#', element.TagName[1] - '0') + " ";
            if (element.TagName == "LI") prefix = "- ";
            foreach (var child in element.ChildNodes) Walk(child);
            if (isBlock) EndLine();
        }

        void EndLine()
        {
            var words = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            line.Clear();
            if (words.Length == 0) return;
            text.Append(prefix).Append(words).Append("\n\n");
            prefix = "";
        }
    }

    private static DocumentMetadata ReadMetadata(IHtmlDocument page) => new()
    {
        Title = Meta(page, "og:title") ?? Text(page.QuerySelector("article h1") ?? page.QuerySelector("h1")) ?? Text(page.QuerySelector("title")),
        Publisher = Meta(page, "og:site_name"),
        Author = Meta(page, "author"),
        Url = Uri.TryCreate(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null,
        Published = (Meta(page, "article:published_time") ?? page.QuerySelector("article time[datetime]")?.GetAttribute("datetime")) is { Length: >= 10 } stamp
            && DateOnly.TryParseExact(stamp[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        Language = LanguageCodes.TryParse(page.DocumentElement.GetAttribute("lang"), out var language) ? language : null,
    };

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(meta => meta.GetAttribute("property") == name || meta.GetAttribute("name") == name)?.GetAttribute("content")?.Trim() is { Length: > 0 } value ? value : null;

    private static string? Text(IElement? element) =>
        element?.TextContent.Trim() is { Length: > 0 } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
