using Bot.Linguistics;
using Bot.Web.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Web.Layout;

/// <summary>The language of the pages: the one chosen on them, else the browser's.</summary>
internal static class ChosenLanguage
{
    private const string Cookie = "language";

    public static void MapLanguage(this WebApplication service) => service.MapPost("/language", ChooseAsync);

    public static Language Of(HttpRequest request)
    {
        if (LanguageCodes.TryParse(request.Cookies[Cookie], out var chosen)) return chosen;
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1))
        {
            if (LanguageCodes.TryParse(accepted.Value.Value, out var language)) return language;
        }
        return Language.English;
    }

    private static async Task<IResult> ChooseAsync(HttpRequest request, HttpResponse response)
    {
        var form = await PageForm.ReadAsync(request);
        if (LanguageCodes.TryParse(form["language"], out var language))
        {
            var lasting = PageCookies.Options(request.HttpContext);
            lasting.MaxAge = TimeSpan.FromDays(365);
            response.Cookies.Append(Cookie, language.Code(), lasting);
        }
        var back = form["back"].ToString();
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) && back.All(char.IsAscii) ? back : "/");
    }
}
