namespace BotApi.Simulator;

/// <summary>A marked range of a text. Offset and length are in UTF-16 units, types are named as in the Bot API.</summary>
public sealed record TextEntity(string Type, int Offset, int Length)
{
    /// <summary>The first unit after the range.</summary>
    public int End => Offset + Length;

    /// <summary>Where a <c>text_link</c> leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whom a <c>text_mention</c> means.</summary>
    public long? UserId { get; init; }

    /// <summary>The programming language of a <c>pre</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The identifier of a <c>custom_emoji</c>.</summary>
    public string? CustomEmojiId { get; init; }

    /// <summary>The moment of a <c>date_time</c>.</summary>
    public int? UnixTime { get; init; }

    /// <summary>How clients show a <c>date_time</c>; empty is as is.</summary>
    public string? DateTimeFormat { get; init; }
}
