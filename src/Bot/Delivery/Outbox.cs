using System.Data.Common;
using System.Text.Json;
using Bot.Operations;
using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Delivery;

/// <summary>Messages on their way out. A row is claimed by a lease, sent, and marked after success; a chat's rows go one after the other.</summary>
internal sealed class Outbox(Database database, TimeProvider clock)
{
    /// <summary>Longer than any call may take: a claimed row is tried again after it only if its sender is gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Signal changed = new(clock);

    /// <summary>Adds messages as part of the caller's transaction; call <see cref="Announce"/> once that is committed.</summary>
    public void Add(SqliteConnection connection, DbTransaction transaction, IEnumerable<OutboxMessage> messages) => connection.Execute(
        """
        INSERT INTO outbox (chat_id, thread_id, reply_to, edits, revises, person, content, kept, created_at)
        VALUES (@ChatId, @ThreadId, @ReplyTo, @Edits, @Revises, @Person, @content, @IsKept, @now)
        """,
        messages.Select(message => new { message.ChatId, message.ThreadId, message.ReplyTo, message.Edits, message.Revises, message.Person, content = message.Content.ToJson(), message.Content.IsKept, now = Now() }), transaction);

    /// <summary>Says that there is something to do: a message was added, or an attempt ended.</summary>
    public void Announce() => changed.Set();

    /// <summary>Waits for an announcement, or for the time to look again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => changed.WaitAsync(atMost, stop);

    /// <summary>At start: takes over what a sender held that is no more. One process sends.</summary>
    /// <returns>How many messages were on their way; each may have arrived.</returns>
    public int TakeOver() => database.InTransaction((connection, transaction) =>
        connection.Execute("UPDATE outbox SET lease_until = 0, uncertain = uncertain + 1 WHERE finished_at IS NULL AND lease_until > 0", transaction: transaction));

    /// <summary>
    /// Writes down what came of earlier attempts, and claims the next rows: <paramref name="choose"/> is given the chats
    /// that have a row to send, the longest waiting first, and tells which may be written to now.
    /// </summary>
    public IReadOnlyList<OutboxRow> Exchange(IReadOnlyList<SendResult> results, Func<IEnumerable<long>, IEnumerable<long>> choose) => database.InTransaction((connection, transaction) =>
    {
        Settle(connection, transaction, results);
        // Of every chat, its oldest row, in the order in which these came.
        var first = connection.Query<(long ChatId, long Id)>("SELECT chat_id, MIN(outbox_id) FROM outbox WHERE finished_at IS NULL GROUP BY chat_id", transaction: transaction)
            .OrderBy(row => row.Id).ToList();
        var chosen = choose(first.Select(row => row.ChatId)).ToHashSet();
        return chosen.Count == 0 ? [] : Claim(connection, transaction, first.Where(row => chosen.Contains(row.ChatId)).Select(row => row.Id));
    });

    private List<OutboxRow> Claim(SqliteConnection connection, DbTransaction transaction, IEnumerable<long> ids)
    {
        var (now, until) = (Now(), clock.GetUtcNow().Add(Lease).ToUnixTimeMilliseconds());
        return connection.Query<OutboxRow>(
            """
            UPDATE outbox SET lease_until = @until, attempts = attempts + 1
            WHERE outbox_id IN (SELECT value FROM json_each(@ids)) AND lease_until <= @now
            RETURNING outbox_id AS Id, chat_id AS ChatId, reply_to AS ReplyTo, thread_id AS ThreadId, content AS ContentJson, attempts AS Attempts, uncertain AS Uncertain, created_at AS CreatedAtMilliseconds,
                COALESCE(edits, (SELECT message_id FROM deliveries WHERE deliveries.outbox_id = outbox.revises AND deliveries.chat_id = outbox.chat_id)) AS Edits
            """,
            new { until, now, ids = JsonSerializer.Serialize(ids) }, transaction).ToList();
    }

    private void Settle(SqliteConnection connection, DbTransaction transaction, IReadOnlyList<SendResult> results)
    {
        var now = Now();
        var delivered = results.OfType<Delivered>().Select(result => new { result.Row.Id, result.MessageId, now }).ToList();
        connection.Execute(
            "INSERT OR REPLACE INTO deliveries (outbox_id, chat_id, message_id, delivered_at) SELECT outbox_id, chat_id, @MessageId, @now FROM outbox WHERE outbox_id = @Id AND kept",
            delivered, transaction);
        connection.Execute("UPDATE outbox SET finished_at = @now WHERE outbox_id = @Id", delivered, transaction);
        connection.Execute(
            "UPDATE outbox SET lease_until = 0, uncertain = uncertain + @IsUncertain WHERE outbox_id = @Id",
            results.OfType<Postponed>().Select(result => new { result.Row.Id, result.IsUncertain }), transaction);
        connection.Execute("UPDATE outbox SET finished_at = @now, failure = @Reason WHERE outbox_id = @Id", results.OfType<GivenUp>().Select(result => new { result.Row.Id, result.Reason, now }), transaction);
        // What is not kept leaves nothing behind, whether it arrived or not.
        var ended = results.Where(result => result is Delivered or GivenUp).Select(result => new { result.Row.Id }).ToList();
        connection.Execute("DELETE FROM votes WHERE outbox_id = @Id AND outbox_id IN (SELECT outbox_id FROM outbox WHERE NOT kept)", ended, transaction);
        connection.Execute("DELETE FROM outbox WHERE outbox_id = @Id AND NOT kept", ended, transaction);
        foreach (var moved in results.OfType<Moved>())
        {
            connection.Execute("UPDATE outbox SET lease_until = 0 WHERE outbox_id = @Id", new { moved.Row.Id }, transaction);
            ChatMigration.Apply(connection, transaction, moved.Row.ChatId, moved.ToChatId);
        }
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
