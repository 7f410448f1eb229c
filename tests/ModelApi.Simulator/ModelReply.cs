namespace ModelApi.Simulator;

/// <summary>What the model, or the server before it, does with a request.</summary>
public abstract record ModelReply
{
    private protected ModelReply()
    {
    }

    /// <summary>How long it takes to the first byte.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>A whole answer.</summary>
    public static TextReply Text(string content) => new(content);

    /// <summary>A whole answer that ends for a reason of its own, e.g. <c>length</c> or <c>content_filter</c>.</summary>
    public static TextReply Finish(string content, string reason) => new(content) { FinishReason = reason };

    /// <summary>The model refuses, in the field that OpenAI has for it.</summary>
    public static TextReply Refusal(string words = "I'm sorry, I can't help with that.") => new(words) { IsRefusal = true };

    /// <summary>Headers, the content if there is some, and then nothing until the client goes away.</summary>
    public static TextReply Stalls(string content = "") => new(content) { Ending = ReplyEnding.Stall };

    /// <summary>Ends after so many characters without a finish reason.</summary>
    /// <param name="abruptly">The connection breaks; else it ends as if all had been said.</param>
    public static TextReply CutOff(string content, int afterCharacters, bool abruptly = true)
    {
        ArgumentNullException.ThrowIfNull(content);
        var kept = afterCharacters == 0 ? "" : content[..TextReply.WholeLetters(content, Math.Min(afterCharacters, content.Length))];
        return new TextReply(kept) { Ending = abruptly ? ReplyEnding.Abort : ReplyEnding.Close };
    }

    /// <summary>An error, with OpenAI's JSON for it.</summary>
    public static ModelReply Status(int code, string message, TimeSpan? retryAfter = null) => new StatusReply(code, message) { RetryAfter = retryAfter };

    /// <summary>Status 200, and a body that is none of a model.</summary>
    public static ModelReply Garbage(string body = "<html><body>It works!</body></html>", string contentType = "text/html") => new GarbageReply(body, contentType);

    /// <summary>The same later.</summary>
    public virtual ModelReply After(TimeSpan delay) => this with { Delay = delay };

    internal abstract Task WriteAsync(HttpContext context, ChatRequest request, CancellationToken cancellation);
}
