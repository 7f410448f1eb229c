namespace ModelApi.Simulator;

/// <summary>Status 200, and a body that is none of a model.</summary>
internal sealed record GarbageReply(string Body, string ContentType) : ModelReply
{
    internal override Task WriteAsync(HttpContext context, ChatRequest request, CancellationToken cancellation)
    {
        context.Response.ContentType = ContentType;
        return context.Response.WriteAsync(Body, cancellation);
    }
}
