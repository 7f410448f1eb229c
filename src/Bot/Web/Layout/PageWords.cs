using Bot.Conversations;
using Bot.Linguistics;

namespace Bot.Web.Layout;

/// <summary>The bot's own words in the language that a page is read in, and the address it is read at.</summary>
public sealed class PageWords
{
    private readonly Texts texts;

    private PageWords(Texts texts, Language language, string address) => (this.texts, Language, Address) = (texts, language, address);

    public Language Language { get; }

    /// <summary>Path and query of the page, to come back to.</summary>
    public string Address { get; }

    public string this[string key] => texts[key, Language];

    internal Texts Texts => texts;

    internal string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values) => texts.Fill(key, Language, values);

    internal static PageWords Of(HttpContext context, Texts texts) => new(texts, ChosenLanguage.Of(context.Request), HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/");

    internal static PageWords Of(Language language, Texts texts) => new(texts, language, "/");

    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static ValueTask<PageWords> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context, context.RequestServices.GetRequiredService<Texts>()));
}
