using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The SQLite file: connections to it, and its schema brought up to date.</summary>
internal sealed class Database(string connection) : IDisposable
{
    /// <summary>Whoever finds the file locked tries again by itself; a longer wait would hold up a stop.</summary>
    private const int BusyTimeoutSeconds = 2;

    private readonly Lock writing = new();
    private SqliteConnection? writer;
    private DatabaseLock? held;

    /// <summary>The path of the file.</summary>
    public string File => new SqliteConnectionStringBuilder(connection).DataSource;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { DefaultTimeout = BusyTimeoutSeconds }.ConnectionString);
        opened.Open();
        // What is deleted is overwritten: a backup of the file must not hold what people had deleted.
        opened.Execute("PRAGMA secure_delete = ON");
        return opened;
    }

    /// <summary>Empties the journal beside the file, so that what was deleted is in neither. Does nothing while somebody reads.</summary>
    public void EmptyJournal()
    {
        lock (writing) (writer ??= Open()).Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Takes the file for this process alone, and creates it or brings its schema up to date.</summary>
    /// <exception cref="SqliteException">The file cannot be written, or is no SQLite file.</exception>
    /// <exception cref="InvalidDataException">Another bot runs on the file, or a newer version of the bot wrote it.</exception>
    public void Migrate()
    {
        held = DatabaseLock.Take(File);
        MakeForOwnerAlone();
        using var database = Open();
        // A reader never waits for the writer.
        database.Execute("PRAGMA journal_mode = WAL");
        using var transaction = database.BeginTransaction();
        var version = database.ExecuteScalar<int>("PRAGMA user_version");
        if (version > Schema.Steps.Count) throw new InvalidDataException($"it was written by a newer version of the bot (schema {version}, this one knows {Schema.Steps.Count})");
        foreach (var step in Schema.Steps.Skip(version)) database.Execute(step, transaction: transaction);
        database.Execute($"PRAGMA user_version = {Schema.Steps.Count}", transaction: transaction);
        transaction.Commit();
        if (database.ExecuteScalar<string>("PRAGMA quick_check(1)") is var found and not "ok") throw new InvalidDataException($"it is damaged: {found}");
        var tables = database.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet();
        if (!tables.IsSupersetOf(Schema.Tables)) throw new InvalidDataException("it lacks tables of the bot's: another program's file?");
    }

    /// <summary>People's questions are nobody else's to read. What SQLite puts beside the file gets the same rights.</summary>
    private void MakeForOwnerAlone()
    {
        if (OperatingSystem.IsWindows() || System.IO.File.Exists(File)) return;
        new FileStream(File, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
    }

    /// <summary>Whether anything is stored under a person's pseudonym.</summary>
    public bool HoldsPeople
    {
        get
        {
            using var database = Open();
            return database.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM outbox WHERE person <> '') OR EXISTS (SELECT 1 FROM votes)");
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction that takes the write lock at once, and commits it.</summary>
    public T InTransaction<T>(Func<SqliteConnection, DbTransaction, T> work)
    {
        // Writers of this process queue here: one that finds SQLite's own lock taken sleeps 150 ms before it looks again.
        lock (writing)
        {
            try
            {
                writer ??= Open();
                using var transaction = writer.BeginTransaction(deferred: false);
                var result = work(writer, transaction);
                transaction.Commit();
                return result;
            }
            catch (SqliteException)
            {
                // Whatever the fault was, the next transaction begins on a connection that knows nothing of it.
                if (writer is not null) SqliteConnection.ClearPool(writer);
                Close();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (writing) Close();
        held?.Dispose();
    }

    private void Close()
    {
        writer?.Dispose();
        writer = null;
    }
}
