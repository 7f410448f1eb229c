namespace BotApi.Simulator;

/// <summary>An opened tag: its name, the one attribute that matters for it, and where its text begins.</summary>
internal sealed record StartTag(string Name, string Argument, int UnixTime)
{
    /// <summary>Where the text begins, in UTF-16 units.</summary>
    public int Offset { get; init; }

    /// <summary>Where the text begins, in bytes of the plain text.</summary>
    public int TextStart { get; init; }
}
