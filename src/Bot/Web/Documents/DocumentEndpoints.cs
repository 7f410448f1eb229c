using Bot.Corpus;
using Bot.Web.Layout;
using Bot.Web.Serving;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web.Documents;

/// <summary>The addresses of the documents: all of them, one of them, and trying one out.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Several files of the largest kind: one that is somewhat too large is read, and told so by its name.</summary>
    private const int LargestForm = 4 * DocumentFile.LargestBytes;

    /// <summary>Kept in memory whole: what is only tried is not written to a disk, not even for a moment.</summary>
    private static readonly FormOptions InMemory = new() { MemoryBufferThreshold = LargestForm, BufferBodyLengthLimit = LargestForm, MultipartBodyLengthLimit = LargestForm };

    /// <summary>So much is held in memory for one form that few may come at once; who is slow has to keep Kestrel's least rate.</summary>
    private static readonly SemaphoreSlim FewAtOnce = new(4);

    public static void MapDocuments(this WebApplication service)
    {
        service.MapGet("/documents", List);
        service.MapPost("/documents", TryAsync);
        service.MapPost("/documents/remove", RemoveAsync);
        service.MapGet("/document", Show);
    }

    private static Task<IResult> List(string? find, int? from, PageWords words, ConversationCookie cookie, TrialDocuments trials, Pages pages) =>
        ShowListAsync(StatusCodes.Status200OK, find, from, [], words, cookie, trials, pages);

    private static Task<IResult> ShowListAsync(int status, string? find, int? from, IReadOnlyList<CorpusProblem> refused, PageWords words, ConversationCookie cookie, TrialDocuments trials, Pages pages) =>
        pages.ShowAsync<DocumentsPage>(
            status, (nameof(DocumentsPage.Words), words), (nameof(DocumentsPage.Corpus), trials.IndexFor(cookie.Id).Corpus),
            (nameof(DocumentsPage.Find), find?.Trim() ?? ""), (nameof(DocumentsPage.From), from ?? 0), (nameof(DocumentsPage.Refused), refused));

    private static Task<IResult> Show(string? id, int? from, int? start, int? end, string? hash, PageWords words, ConversationCookie cookie, TrialDocuments trials, Pages pages)
    {
        if (trials.IndexFor(cookie.Id).Corpus.Find(id ?? "") is not { } document) throw new RefusedException(StatusCodes.Status404NotFound, "page-no-document");
        var isCited = start is not null && end is not null && hash is not null;
        var excerpt = isCited ? DocumentExcerpt.Around(document, start!.Value, end!.Value, hash!) : DocumentExcerpt.From(document, from ?? 0);
        return pages.ShowAsync<DocumentPage>((nameof(DocumentPage.Words), words), (nameof(DocumentPage.Excerpt), excerpt));
    }

    private static async Task<IResult> TryAsync(HttpContext context, PageWords words, ConversationCookie cookie, TrialDocuments trials, Pages pages)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestForm;
        await FewAtOnce.WaitAsync(context.RequestAborted);
        try
        {
            return await TryAllAsync(await PageForm.ReadAsync(context.Request, InMemory), words, cookie, trials, pages);
        }
        finally
        {
            FewAtOnce.Release();
        }
    }

    private static async Task<IResult> TryAllAsync(IFormCollection form, PageWords words, ConversationCookie cookie, TrialDocuments trials, Pages pages)
    {
        var refused = new List<CorpusProblem>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            // Some browsers send a path; only its last part is the file's name.
            var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
            try
            {
                var document = TrialDocuments.Read(name, bytes.ToArray());
                trials.Add(cookie.Begin(), document);
            }
            catch (DocumentException fault)
            {
                refused.Add(new CorpusProblem(name, fault.Message));
            }
        }
        if (form.Files.Count == 0) throw new RefusedException(StatusCodes.Status400BadRequest, "page-no-file");
        return refused.Count == 0 ? Results.LocalRedirect("/documents") : await ShowListAsync(StatusCodes.Status400BadRequest, null, null, refused, words, cookie, trials, pages);
    }

    private static async Task<IResult> RemoveAsync(HttpRequest request, ConversationCookie cookie, TrialDocuments trials)
    {
        var form = await PageForm.ReadAsync(request);
        if (cookie.Id is { } conversation) trials.Remove(conversation, form["id"].ToString());
        return Results.LocalRedirect("/documents");
    }
}
