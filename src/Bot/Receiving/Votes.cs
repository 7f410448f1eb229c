using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Thumbs up and down under answers: one of each person, the last one counts.</summary>
internal static class Votes
{
    /// <param name="messageId">The answer's. One that is no longer on record counts nothing.</param>
    /// <param name="person">Under the pseudonym.</param>
    /// <param name="vote">1 or -1.</param>
    public static void Count(SqliteConnection connection, DbTransaction transaction, long chatId, int messageId, string person, int vote) => connection.Execute(
        """
        INSERT INTO votes (outbox_id, person, vote, voted_at)
        -- A press may be here before the receipt of the message: that one is still on its way.
        SELECT COALESCE(
            (SELECT MAX(outbox_id) FROM deliveries WHERE chat_id = @chatId AND message_id = @messageId),
            (SELECT outbox_id FROM outbox WHERE chat_id = @chatId AND finished_at IS NULL AND lease_until > 0)) AS answer, @person, @vote, unixepoch() * 1000
        WHERE answer IS NOT NULL
        ON CONFLICT (outbox_id, person) DO UPDATE SET vote = @vote, voted_at = unixepoch() * 1000
        """,
        new { chatId, messageId, person, vote }, transaction);
}
