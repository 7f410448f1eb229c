using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Tests.Support;

/// <summary>A browser without script: forms, links and cookies.</summary>
internal sealed class PageVisitor : IDisposable
{
    private readonly HttpClient http;

    public PageVisitor(Uri address, string language)
    {
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> GetAsync(string path) => await ReadAsync(await http.GetAsync(path));

    /// <summary>Posts a form, and goes where that leads.</summary>
    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await FollowAsync(await SubmitAsync(path, form));
    }

    public Task<(HttpResponseMessage Response, IHtmlDocument Page)> TryAsync(string name, string text) => TryAsync(name, Encoding.UTF8.GetBytes(text));

    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> TryAsync(string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "files", name } };
        return await FollowAsync(await SubmitAsync("/documents", form));
    }

    /// <summary>The text of the last turn, after asking this.</summary>
    public async Task<string> AskAsync(string question) => (await PostAsync("/", ("question", question))).Page.QuerySelector(".turn:last-child")!.TextContent;

    /// <summary>The parts of an answer, as a page with script gets them.</summary>
    public async Task<IReadOnlyList<(string Part, string Html)>> StreamAsync(string question, string requestId)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", question), KeyValuePair.Create("request", requestId)]);
        using var response = await SubmitAsync("/turns", form);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var part = JsonDocument.Parse(line);
            return (part.RootElement.GetProperty("part").GetString()!, part.RootElement.GetProperty("html").GetString()!);
        })];
    }

    /// <summary>A request that says of itself no more than it is given.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(method, path);
        change(request);
        return await http.SendAsync(request);
    }

    /// <summary>As a browser sends a form: it says which page it comes from.</summary>
    private Task<HttpResponseMessage> SubmitAsync(string path, HttpContent form) => SendAsync(HttpMethod.Post, path, request =>
    {
        request.Content = form;
        request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
    });

    public void Dispose() => http.Dispose();

    private async Task<(HttpResponseMessage Response, IHtmlDocument Page)> FollowAsync(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Found ? await GetAsync(response.Headers.Location!.OriginalString.Split('#')[0]) : await ReadAsync(response);

    private static async Task<(HttpResponseMessage Response, IHtmlDocument Page)> ReadAsync(HttpResponseMessage response) =>
        (response, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
}
