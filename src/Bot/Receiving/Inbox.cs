using System.Data.Common;
using System.Text.Json;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Updates as they came, each once. What was handled keeps its id and loses its words.</summary>
internal sealed class Inbox(Database database, Metrics metrics, TimeProvider clock)
{
    private readonly Signal stored = new(clock);

    /// <summary>Stores what is new; an update that came before changes nothing. One that means nothing to the bot is handled by that.</summary>
    /// <returns>How many were new.</returns>
    public int Store(IReadOnlyList<Update> updates)
    {
        var now = Now();
        var count = database.InTransaction((connection, transaction) => connection.Execute(
            "INSERT OR IGNORE INTO inbox (update_id, chat_id, body, received_at, handled_at) VALUES (@Id, @ChatId, @body, @now, @handled)",
            updates.Select(update => new { update.Id, update.ChatId, body = update.ChatId == 0 ? "" : JsonSerializer.Serialize(update, UpdateJsonContext.Default.Update), now, handled = update.ChatId == 0 ? now : (long?)null }), transaction));
        metrics.Updates.Add(count);
        stored.Set();
        return count;
    }

    /// <summary>Waits for updates to be stored, or for the time to look again.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken stop) => stored.WaitAsync(atMost, stop);

    /// <summary>Ends the wait: there is something else to do.</summary>
    public void Wake() => stored.Set();

    /// <summary>The first waiting update of each chat, in the order they came: however much one chat says, the others have their turn.</summary>
    /// <param name="busy">Chats of which an update is being handled.</param>
    public IReadOnlyList<Update> Next(int most, IReadOnlyCollection<long> busy)
    {
        using var connection = database.Open();
        return [.. connection.Query<(long Id, long ChatId, string Body)>(
            """
            SELECT update_id, chat_id, body FROM inbox
            WHERE update_id IN (SELECT MIN(update_id) FROM inbox WHERE handled_at IS NULL AND chat_id NOT IN @busy GROUP BY chat_id ORDER BY 1 LIMIT @most)
            ORDER BY update_id
            """,
            new { most, busy }).Select(row => Read(row.Id, row.ChatId, row.Body))];
    }

    /// <summary>A body that is damaged leaves an update of no kind, so that it is passed over and marked.</summary>
    private static Update Read(long id, long chatId, string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, UpdateJsonContext.Default.Update) is { } update && update.Id == id && update.ChatId == chatId ? update : new Update(id);
        }
        catch (JsonException)
        {
            return new Update(id);
        }
    }

    /// <summary>Marks updates as part of the transaction that stores what they led to.</summary>
    public void Handled(SqliteConnection connection, DbTransaction transaction, IEnumerable<long> updateIds) =>
        connection.Execute("UPDATE inbox SET handled_at = @now, body = '', chat_id = 0 WHERE update_id = @updateId", updateIds.Select(updateId => new { updateId, now = Now() }), transaction);

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
