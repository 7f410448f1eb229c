using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The SQLite file: connections to it, and its schema brought up to date.</summary>
internal sealed class Database(string connection)
{
    private const int BusyTimeoutSeconds = 10;

    private readonly Lock writing = new();

    /// <summary>Each step is applied once, in order; `PRAGMA user_version` counts them.</summary>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE inbox (
            update_id   INTEGER PRIMARY KEY,
            body        TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            handled_at  INTEGER
        );
        CREATE INDEX inbox_waiting ON inbox (update_id) WHERE handled_at IS NULL;

        CREATE TABLE chats (
            chat_id  INTEGER PRIMARY KEY,
            language TEXT
        );

        CREATE TABLE turns (
            turn_id       INTEGER PRIMARY KEY,
            chat_id       INTEGER NOT NULL,
            asked_at      INTEGER NOT NULL,
            question      TEXT NOT NULL,
            language      TEXT NOT NULL,
            answered_with TEXT NOT NULL
        );
        CREATE INDEX turns_of_chat ON turns (chat_id, asked_at);

        CREATE TABLE outbox (
            outbox_id   INTEGER PRIMARY KEY,
            chat_id     INTEGER NOT NULL,
            reply_to    INTEGER,
            edits       INTEGER,
            content     TEXT NOT NULL,
            created_at  INTEGER NOT NULL,
            not_before  INTEGER NOT NULL,
            lease_until INTEGER NOT NULL DEFAULT 0,
            attempts    INTEGER NOT NULL DEFAULT 0,
            finished_at INTEGER,
            failure     TEXT
        );
        CREATE INDEX outbox_waiting ON outbox (chat_id, outbox_id) WHERE finished_at IS NULL;

        CREATE TABLE deliveries (
            outbox_id    INTEGER PRIMARY KEY REFERENCES outbox (outbox_id),
            chat_id      INTEGER NOT NULL,
            message_id   INTEGER NOT NULL,
            delivered_at INTEGER NOT NULL
        );
        """,
    ];

    /// <summary>The schema this version writes.</summary>
    public static int SchemaVersion => Migrations.Length;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { DefaultTimeout = BusyTimeoutSeconds }.ConnectionString);
        opened.Open();
        return opened;
    }

    /// <summary>Creates the file, or brings its schema up to date.</summary>
    /// <exception cref="SqliteException">The file cannot be written, or is no SQLite file.</exception>
    /// <exception cref="InvalidDataException">A newer version of the bot wrote the file.</exception>
    public void Migrate()
    {
        using var database = Open();
        // A reader never waits for the writer.
        database.Execute("PRAGMA journal_mode = WAL");
        using var transaction = database.BeginTransaction();
        var version = database.ExecuteScalar<int>("PRAGMA user_version");
        if (version > Migrations.Length) throw new InvalidDataException($"it was written by a newer version of the bot (schema {version}, this one knows {Migrations.Length})");
        foreach (var migration in Migrations.Skip(version)) database.Execute(migration, transaction: transaction);
        database.Execute($"PRAGMA user_version = {Migrations.Length}", transaction: transaction);
        transaction.Commit();
        if (database.ExecuteScalar<string>("PRAGMA quick_check(1)") is var found and not "ok") throw new InvalidDataException($"it is damaged: {found}");
        if (database.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('inbox', 'chats', 'turns', 'outbox', 'deliveries')") != 5) throw new InvalidDataException("it lacks tables of the bot's: another program's file?");
    }

    /// <summary>Runs <paramref name="work"/> in one transaction that takes the write lock at once, and commits it.</summary>
    public T InTransaction<T>(Func<SqliteConnection, DbTransaction, T> work)
    {
        // Writers of this process queue here: one that finds SQLite's own lock taken sleeps 150 ms before it looks again.
        lock (writing) return Commit(work);
    }

    private T Commit<T>(Func<SqliteConnection, DbTransaction, T> work)
    {
        using var database = Open();
        using var transaction = database.BeginTransaction(deferred: false);
        var result = work(database, transaction);
        transaction.Commit();
        return result;
    }
}
