using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Delivery;

/// <summary>A group that became a supergroup has another id, and its messages have other numbers.</summary>
internal static class ChatMigration
{
    /// <summary>What is on its way stays as it is: the result of that attempt decides. What waits goes to the new chat, as new messages; what is remembered of the old one holds for the new. What was delivered stays where it is.</summary>
    public static void Apply(SqliteConnection connection, DbTransaction transaction, long from, long to) => connection.Execute(
        """
        UPDATE outbox SET chat_id = @to, reply_to = NULL, edits = NULL, revises = NULL WHERE chat_id = @from AND finished_at IS NULL AND lease_until = 0;
        UPDATE OR REPLACE chats SET chat_id = @to WHERE chat_id = @from;
        UPDATE turns SET chat_id = @to WHERE chat_id = @from;
        """,
        new { from, to }, transaction);
}
