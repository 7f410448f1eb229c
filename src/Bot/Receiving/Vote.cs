using System.Data.Common;
using System.Globalization;
using Bot.Delivery;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Thumbs up and down under answers: one of each person, the last one counts.</summary>
/// <param name="AnswerId">The outbox row of the answer.</param>
/// <param name="Value">1 or -1.</param>
internal readonly record struct Vote(long AnswerId, int Value)
{
    /// <summary>What a button's data says; null if it is none of a vote.</summary>
    public static Vote? In(string data)
    {
        var value = data.StartsWith(CheckedAnswerContent.UpVote, StringComparison.Ordinal) ? 1 : data.StartsWith(CheckedAnswerContent.DownVote, StringComparison.Ordinal) ? -1 : 0;
        return value != 0 && long.TryParse(data[(data.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new Vote(id, value) : null;
    }

    /// <summary>Nothing is counted for an answer that is no longer on record, or is another chat's: a client can send any data.</summary>
    /// <param name="person">Under the pseudonym.</param>
    public void Count(SqliteConnection connection, DbTransaction transaction, long chatId, string person, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO votes (outbox_id, person, vote, voted_at)
        SELECT outbox_id, @person, @Value, @at FROM outbox WHERE outbox_id = @AnswerId AND chat_id = @chatId AND kept
        ON CONFLICT (outbox_id, person) DO UPDATE SET vote = @Value, voted_at = @at
        """,
        new { AnswerId, Value, chatId, person, at = now.ToUnixTimeMilliseconds() }, transaction);
}
