using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Web.Chat;
using Bot.Web.Documents;
using Bot.Web.Layout;
using Bot.Web.Serving;

namespace Bot.Web;

/// <summary>The page to ask on: what it needs, and its addresses.</summary>
internal static class LocalPage
{
    /// <summary>A question of 4,096 letters, each up to nine bytes in a form, and some; a document is allowed more.</summary>
    public const int LargestBody = 64 * 1024;

    public static IServiceCollection AddLocalPage(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton<Pages>().AddSingleton<ChatHistory>().AddSingleton<TrialDocuments>().AddSingleton<Asking>().AddHostedService<PageWarmUp>();

    public static void MapLocalPage(this WebApplication service)
    {
        service.UseMiddleware<FaultsInWords>();
        service.MapPageFiles();
        service.MapGet("/up", () => Results.NoContent());
        service.MapLanguage();
        service.MapChat();
        service.MapDocuments();
    }
}
