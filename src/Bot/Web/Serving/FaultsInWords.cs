using Bot.Conversations;
using Bot.Corpus;
using Bot.Operations;
using Bot.Privacy;
using Bot.Web.Layout;
using Microsoft.Data.Sqlite;

namespace Bot.Web.Serving;

/// <summary>Says in the reader's language what went wrong: as a page where one was asked for, as plain words to a script.</summary>
internal sealed partial class FaultsInWords(RequestDelegate next, Texts texts, Pages pages, Conditions conditions, ILogger<FaultsInWords> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            // What the framework refuses by itself, an address or a parameter, it refuses without a word.
            if (context.Response is { StatusCode: >= 400 and < 500, HasStarted: false }) await SayAsync(context, new RefusedException(context.Response.StatusCode, context.Response.StatusCode == StatusCodes.Status400BadRequest ? "page-unreadable" : "page-not-found"));
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await SayAsync(context, InWords(fault));
        }
    }

    private RefusedException InWords(Exception fault)
    {
        switch (fault)
        {
            case RefusedException refused:
                return refused;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new RefusedException(StatusCodes.Status413PayloadTooLarge, "page-too-large", ("most", $"{DocumentFile.LargestBytes / 1024 / 1024}"));
            case BadHttpRequestException or InvalidDataException:
                return new RefusedException(StatusCodes.Status400BadRequest, "page-unreadable");
            case SqliteException database:
                conditions.Broken(Retention.PageConversations, FaultWords.Explain(database)!);
                return new RefusedException(StatusCodes.Status503ServiceUnavailable, "page-not-stored");
            default:
                Failed(fault);
                return new RefusedException(StatusCodes.Status500InternalServerError, "page-failed");
        }
    }

    private async Task SayAsync(HttpContext context, RefusedException refused)
    {
        var words = PageWords.Of(context, texts);
        var said = words.Fill(refused.Words, [.. refused.Values]);
        context.Response.StatusCode = refused.Status;
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) await context.Response.WriteAsync(said);
        else
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(await pages.RenderAsync<FaultPage>((nameof(FaultPage.Words), words), (nameof(FaultPage.Said), said)));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a mistake in the code")]
    private partial void Failed(Exception fault);
}
