using System.Data.Common;
using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Delivery;

/// <summary>A message to send.</summary>
/// <param name="ReplyTo">The message it answers.</param>
/// <param name="Edits">The own message it replaces; null to send a new one.</param>
/// <param name="Attempts">How often it was tried, this time included.</param>
internal sealed record OutboxRow(long Id, long ChatId, int? ReplyTo, int? Edits, string ContentJson, int Attempts)
{
    /// <exception cref="System.Text.Json.JsonException">The row is damaged.</exception>
    public OutboxContent Content => OutboxContent.FromJson(ContentJson);
}

/// <summary>Messages on their way out. A row is claimed by a lease, sent, and marked after success; a chat's rows go one after the other.</summary>
internal sealed class Outbox(Database database, TimeProvider clock)
{
    /// <summary>Longer than any call may take: a claimed row is tried again after it only if its sender is gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Signal added = new();

    /// <summary>Adds a message as part of the caller's transaction; call <see cref="Announce"/> once that is committed.</summary>
    public void Add(SqliteConnection connection, DbTransaction transaction, long chatId, int? replyTo, int? edits, OutboxContent content)
    {
        var now = Now();
        connection.Execute(
            "INSERT INTO outbox (chat_id, reply_to, edits, content, created_at, not_before) VALUES (@chatId, @replyTo, @edits, @content, @now, @now)",
            new { chatId, replyTo, edits, content = content.ToJson(), now }, transaction);
    }

    public void Announce() => added.Set();

    /// <summary>Waits for a message to be added, or for the time to look again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => added.WaitAsync(atMost, stop);

    /// <summary>At start: takes over what a sender held that is no more. One process sends.</summary>
    public void TakeOver() => database.InTransaction((connection, transaction) => connection.Execute("UPDATE outbox SET lease_until = 0 WHERE finished_at IS NULL", transaction: transaction));

    /// <summary>Claims the first waiting row of each chat, oldest first.</summary>
    public IReadOnlyList<OutboxRow> Claim(int most) => database.InTransaction((connection, transaction) =>
    {
        var now = Now();
        var rows = connection.Query<StoredRow>(
            """
            SELECT outbox_id AS Id, chat_id AS ChatId, reply_to AS ReplyTo, edits AS Edits, content AS Content, attempts + 1 AS Attempts
            FROM outbox
            WHERE outbox_id IN (SELECT MIN(outbox_id) FROM outbox WHERE finished_at IS NULL GROUP BY chat_id)
              AND not_before <= @now AND lease_until <= @now
            ORDER BY outbox_id LIMIT @most
            """,
            new { now, most }, transaction).ToList();
        connection.Execute("UPDATE outbox SET lease_until = @until, attempts = attempts + 1 WHERE outbox_id = @Id", rows.Select(row => new { until = now + (long)Lease.TotalMilliseconds, row.Id }), transaction);
        return rows.ConvertAll(row => new OutboxRow(row.Id, row.ChatId, row.ReplyTo, row.Edits, row.Content, row.Attempts));
    });

    /// <summary>Marks a row as sent and writes down where it went.</summary>
    public void Delivered(OutboxRow row, int messageId) => database.InTransaction((connection, transaction) =>
    {
        var parameters = new { row.Id, row.ChatId, messageId, now = Now() };
        connection.Execute("UPDATE outbox SET finished_at = @now WHERE outbox_id = @Id", parameters, transaction);
        return connection.Execute("INSERT OR IGNORE INTO deliveries (outbox_id, chat_id, message_id, delivered_at) VALUES (@Id, @ChatId, @messageId, @now)", parameters, transaction);
    });

    /// <summary>Gives a row back, to be tried again after a while.</summary>
    public void Postpone(OutboxRow row, TimeSpan delay) => database.InTransaction((connection, transaction) =>
        connection.Execute("UPDATE outbox SET lease_until = 0, not_before = @notBefore WHERE outbox_id = @Id", new { row.Id, notBefore = Now() + (long)delay.TotalMilliseconds }, transaction));

    /// <summary>Gives a row up for good, with the reason.</summary>
    public void Fail(OutboxRow row, string reason) => database.InTransaction((connection, transaction) =>
        connection.Execute("UPDATE outbox SET finished_at = @now, failure = @reason WHERE outbox_id = @Id", new { row.Id, reason, now = Now() }, transaction));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    // Set by name, not by constructor: SQLite tells no type of `attempts + 1` where there is no row.
    private sealed class StoredRow
    {
        public long Id { get; init; }
        public long ChatId { get; init; }
        public int? ReplyTo { get; init; }
        public int? Edits { get; init; }
        public string Content { get; init; } = "";
        public int Attempts { get; init; }
    }
}
