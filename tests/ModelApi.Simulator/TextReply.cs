using System.Text;

namespace ModelApi.Simulator;

/// <summary>A text, whole or not, at once or in pieces.</summary>
public sealed record TextReply : ModelReply
{
    /// <summary>An abort drops what the socket has not taken yet; this lets it.</summary>
    private static readonly TimeSpan Sent = TimeSpan.FromMilliseconds(50);

    private int pieceLength = int.MaxValue;
    private TimeSpan pause;

    internal TextReply(string content) => Content = content;

    public string Content { get; }

    internal string FinishReason { get; init; } = "stop";

    internal bool IsRefusal { get; init; }

    internal ReplyEnding Ending { get; init; }

    /// <summary>Streamed by so many characters with a pause before each piece but the first; a surrogate pair stays whole.</summary>
    public TextReply InPieces(int characters, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(characters);
        return this with { pieceLength = characters, pause = pause };
    }

    public override TextReply After(TimeSpan delay) => this with { Delay = delay };

    internal override async Task WriteAsync(HttpContext context, ChatRequest request, CancellationToken cancellation)
    {
        var completion = new Completion(request);
        context.Response.ContentType = request.Stream ? "text/event-stream; charset=utf-8" : "application/json";
        await context.Response.Body.FlushAsync(cancellation);
        await (request.Stream ? StreamAsync(context, completion, cancellation) : WriteWholeAsync(context, completion, cancellation));
        if (Ending == ReplyEnding.Stall) await Task.Delay(Timeout.Infinite, cancellation);
        if (Ending != ReplyEnding.Abort) return;
        await Task.Delay(Sent, cancellation);
        throw new OperationCanceledException("The connection is to break.");
    }

    private async Task StreamAsync(HttpContext context, Completion completion, CancellationToken cancellation)
    {
        if (Content.Length > 0 || Ending == ReplyEnding.Finish) await SendAsync(WireJson.Write(completion.FirstChunk()));
        foreach (var (index, piece) in Pieces().Index())
        {
            if (index > 0) await Task.Delay(pause, cancellation);
            await SendAsync(WireJson.Write(completion.Chunk(piece, IsRefusal)));
        }
        if (Ending != ReplyEnding.Finish) return;
        // Left unflushed, the end goes out once the call is no longer counted: the client's next call is not beside this one.
        var end = Event(WireJson.Write(completion.LastChunk(FinishReason)));
        if (completion.IncludesUsage) end += Event(WireJson.Write(completion.UsageChunk(Content)));
        Encoding.UTF8.GetBytes(end + Event("[DONE]"), context.Response.BodyWriter);

        Task SendAsync(string data) => context.Response.WriteAsync(Event(data), cancellation);
    }

    /// <summary>Of a text that does not finish, the first half of the JSON.</summary>
    private async Task WriteWholeAsync(HttpContext context, Completion completion, CancellationToken cancellation)
    {
        var json = WireJson.Write(completion.Whole(Content, FinishReason, IsRefusal));
        if (Ending == ReplyEnding.Finish) await context.Response.WriteAsync(json, cancellation);
        else if (Content.Length > 0) await context.Response.WriteAsync(json[..(json.Length / 2)], cancellation);
    }

    private static string Event(string data) => $"data: {data}\n\n";

    private IEnumerable<string> Pieces()
    {
        for (var start = 0; start < Content.Length;)
        {
            var end = pieceLength < Content.Length - start ? WholeLetters(Content, start + pieceLength) : Content.Length;
            yield return Content[start..end];
            start = end;
        }
    }

    /// <summary>The same place, or the next one where it is inside a surrogate pair.</summary>
    internal static int WholeLetters(string text, int end) => end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]) ? end + 1 : end;
}
