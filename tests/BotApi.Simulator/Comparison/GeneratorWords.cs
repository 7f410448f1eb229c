namespace BotApi.Simulator;

/// <summary>What generated texts are made of.</summary>
internal static class GeneratorWords
{
    public static readonly string[] Tags =
    [
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "span", "a", "a", "a", "tg-emoji",
        "tg-time", "code", "code", "pre", "pre", "blockquote", "blockquote",
    ];

    public static readonly string[] Words =
    [
        "hello", "Naïve café", "слово", "Їжак і ґанок", "ёлка", "Київ, 2026", "λόγος", "ქართული", "שלום", "中文",
        "😀", "👩‍👩‍👧", "🇺🇦", "e\u0301", "\u200F\u200E", "\u00A0", "\u2028", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\v",
        "https://example.com/a?b=c", "example.com", "@user", "/start", "/help@some_bot", "#tag", "1 ", ", ", ". ", "-",
    ];

    public static readonly string[] Oddities =
    [
        "&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;", "&apos;", "&LT;", "&lt", "&ltx;", "&", "&;", "&#", "&#x", "&#;",
        "&#65;", "&#x41;", "&#X41;", "&#1080", "&#128512;", "&#x1F600;", "&#0;", "&#10;", "&#1114111;", "&#x10FFFE;",
        "&#99999999;", "&#4294967361;", "&#00000065;", "&#xD83D;", "&#xD83D;&#xDE00;", "&#55357;", "&amp;lt;",
        "\"", "'", "=", "/", ">", "->", "\u202E", "\u030A", "\uFFFD", "\uFEFF", "\u0001",
    ];

    public static readonly string[] Links =
    [
        "https://example.com", "HTTP://Example.COM/Path?q=1#f", "example.com", "http://host", "tg://user?id=123",
        "tg:user?id=5&x=1", "tg://user/?id=7#a", "TG://USER?ID=9", "tg://user?id=0", "tg://user?id=abc", "tg://resolve?domain=a",
        "tg:resolve/?a", "ton://transfer/x", "tonsite://a.b/c", "tg://bad host", "ftp://a.b", "mailto:a@b.c",
        "http://a.b:80/", "http://a.b:080", "http://a.b:0", "http://a.b:99999", "http://a.b:x", "http://u:p@a.b", "http://u@",
        "http://[::1]/x", "http://[::1]:8080", "http://[zz]", "https://пример.укр/шлях", "https://a.b/ c\td ", "https://a.b?q",
        "https://a.b#x", "https://a%20b.c", "https://a%2.c", "https://a|b.c", "https://a_b.c", "http://.", "//a.b", "/path",
        "https://a.b/?x=1&amp;y=2", "https://a.b/?x=1&y=2&lt;", "javascript:alert(1)", "", " ", "https://a.b/😀", "tg://user?id=1099511627776",
        "tg://user?id=1099511627775", "tg://user?id=01", "tg://user?id", "tg://user?idx=1&id=4", "tg://userx?id=1", "https://a.b:443@c.d", ":", "@", "a:b@c.d:1",
    ];

    public static readonly string[] Values =
    [
        "language-python", "language-c++", "language-", "Language-x", "language-\"", "tg-spoiler", "tg-", "spoiler", "x", "",
        "5368324170671202286", "-1", "0", "007", "9223372036854775808", "r", "R", "wDT", "dt", "tTdD", "q", "1700000000",
        "2147483648", "12ab", "&quot;", "&#x22;", "&lt;b&gt;", "слово", "😀", "a b", "tg-spoiler x", "&amp;amp;", "1",
    ];

    public static readonly string[] Formats = ["r", "R", "t", "T", "d", "D", "w", "W", "wDT", "dt", "tTdD", "", "q", "rt"];

    public static readonly string[] AttributeNames =
        ["href", "class", "emoji-id", "unix", "format", "expandable", "HREF", "Class", "title", "data-x", "атрибут", "=", "/", "\""];

    public static readonly string[] Fragments =
    [
        "<", ">", "</", "</b>", "</>", "<>", "< b>", "<b", "<b/>", "<br>", "<br/>", "<p>", "<x y=\"1\">", "<span>", "<span class=\"x\">",
        "<a href=\"", "<a href='x\">", "<pre><code class=\"language-js\">", "</code></pre>", "<!-- c -->", "</b", "</b x>", "</ b>",
        "&", "\"", "'", "=", " ", "\0", "<слово>", "<B>", "</I>", "<blockquote expandable>", "<blockquote expandable", "<code class=x-y.Z>",
        "<code class=x_y>", "<i\0>", "<i \0>", "<a href>", "<a href=>", "<a =x>", "<a/href>", "<u\t\n>", "<tg-emoji>", "<tg-time unix=5 format=\"x\">",
    ];
}
