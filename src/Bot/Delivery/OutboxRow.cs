namespace Bot.Delivery;

/// <summary>A message on its way.</summary>
internal sealed record OutboxRow
{
    public long Id { get; init; }
    public long ChatId { get; init; }
    public int? ReplyTo { get; init; }
    public int? ThreadId { get; init; }

    /// <summary>The own message it replaces; null to send a new one.</summary>
    public int? Edits { get; init; }

    public string ContentJson { get; init; } = "";

    /// <summary>How often it was tried, this time included.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of those may have arrived without our knowing.</summary>
    public int Uncertain { get; init; }

    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(CreatedAtMilliseconds);

    public long CreatedAtMilliseconds { get; init; }

    /// <exception cref="System.Text.Json.JsonException">The row is damaged.</exception>
    public OutboxContent ReadContent() => OutboxContent.FromJson(ContentJson);
}
