using System.Data.Common;
using System.Text.Json;
using Bot.Storage;
using Bot.Telegram;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Updates as they came, each once. What was handled keeps its id and loses its words.</summary>
internal sealed class Inbox(Database database, TimeProvider clock)
{
    private readonly Signal stored = new();

    /// <summary>The offset that confirms all that is stored.</summary>
    public long NextOffset()
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long?>("SELECT MAX(update_id) + 1 FROM inbox") ?? 0;
    }

    /// <summary>Stores what is new; an update that came before changes nothing.</summary>
    public void Store(IReadOnlyList<Update> updates)
    {
        database.InTransaction((connection, transaction) => connection.Execute(
            "INSERT OR IGNORE INTO inbox (update_id, body, received_at) VALUES (@Id, @body, @now)",
            updates.Select(update => new { update.Id, body = JsonSerializer.Serialize(update, UpdateJsonContext.Default.Update), now = clock.GetUtcNow().ToUnixTimeMilliseconds() }), transaction));
        stored.Set();
    }

    /// <summary>Waits for updates to be stored, or for the time to look again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => stored.WaitAsync(atMost, stop);

    public IReadOnlyList<Update> Waiting(int most)
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT body FROM inbox WHERE handled_at IS NULL ORDER BY update_id LIMIT @most", new { most })
            .Select(body => JsonSerializer.Deserialize(body, UpdateJsonContext.Default.Update)!)];
    }

    /// <summary>Marks an update as part of the transaction that stores what it led to.</summary>
    public void Handled(SqliteConnection connection, DbTransaction transaction, long updateId) =>
        connection.Execute("UPDATE inbox SET handled_at = @now, body = '' WHERE update_id = @updateId", new { updateId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }, transaction);
}
