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
        return [.. connection.Query<(long Id, string Body)>("SELECT update_id, body FROM inbox WHERE handled_at IS NULL ORDER BY update_id LIMIT @most", new { most }).Select(row => Read(row.Id, row.Body))];
    }

    /// <summary>A body that is damaged leaves an update of no kind, so that it is passed over and marked.</summary>
    private static Update Read(long id, string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, UpdateJsonContext.Default.Update) ?? new Update(id);
        }
        catch (JsonException)
        {
            return new Update(id);
        }
    }

    /// <summary>Marks an update as part of the transaction that stores what it led to.</summary>
    public void Handled(SqliteConnection connection, DbTransaction transaction, long updateId) =>
        connection.Execute("UPDATE inbox SET handled_at = @now, body = '' WHERE update_id = @updateId", new { updateId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }, transaction);
}
