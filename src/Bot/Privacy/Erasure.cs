using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Privacy;

/// <summary>What was deleted: questions with their answers, and votes.</summary>
internal readonly record struct Erased(int Answers, int Votes);

/// <summary>Deletes what is stored about somebody.</summary>
internal static class Erasure
{
    /// <param name="person">Under the pseudonym.</param>
    /// <param name="privateChat">The person's own chat with the bot.</param>
    public static Erased OfPerson(SqliteConnection connection, DbTransaction transaction, string person, long privateChat)
    {
        var who = new { person, privateChat };
        var votes = connection.Execute("DELETE FROM votes WHERE person = @person", who, transaction);
        connection.Execute("DELETE FROM turns WHERE person = @person OR chat_id = @privateChat", who, transaction);
        connection.Execute("DELETE FROM model_use WHERE person = @person", who, transaction);
        connection.Execute("DELETE FROM chats WHERE chat_id = @privateChat", who, transaction);
        const string Theirs = "(person = @person OR chat_id = @privateChat)";
        // What was asked is still answered, and leaves nothing behind then.
        var waiting = connection.Execute($"UPDATE outbox SET kept = 0 WHERE finished_at IS NULL AND kept AND {Theirs}", who, transaction);
        return new Erased(waiting + DeleteRows(connection, transaction, $"finished_at IS NOT NULL AND {Theirs}", who), votes);
    }

    /// <summary>A group that the bot is no longer in.</summary>
    public static void OfGroup(SqliteConnection connection, DbTransaction transaction, long chatId)
    {
        connection.Execute("DELETE FROM turns WHERE chat_id = @chatId", new { chatId }, transaction);
        connection.Execute("DELETE FROM chats WHERE chat_id = @chatId", new { chatId }, transaction);
        DeleteRows(connection, transaction, "chat_id = @chatId", new { chatId });
    }

    /// <summary>What was finished, or asked on the page, before a moment, in milliseconds since 1970.</summary>
    /// <returns>How many messages were deleted.</returns>
    public static int Before(SqliteConnection connection, DbTransaction transaction, long moment) =>
        DeleteRows(connection, transaction, "finished_at < @moment", new { moment }) + connection.Execute("DELETE FROM page_turns WHERE asked_at < @moment", new { moment }, transaction);

    private static int DeleteRows(SqliteConnection connection, DbTransaction transaction, string condition, object values)
    {
        var rows = $"SELECT outbox_id FROM outbox WHERE {condition}";
        connection.Execute($"DELETE FROM votes WHERE outbox_id IN ({rows})", values, transaction);
        connection.Execute($"DELETE FROM deliveries WHERE outbox_id IN ({rows})", values, transaction);
        return connection.Execute($"DELETE FROM outbox WHERE {condition}", values, transaction);
    }
}
