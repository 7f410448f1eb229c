using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Configuration;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Embeddings;

/// <summary>
/// Embeddings in a SQLite file of their own beside the database, by the SHA-256 of the text they were made of, so that none is
/// asked for twice. Those of another model give way to the first that is kept. The file may be deleted at any time.
/// </summary>
/// <param name="model">The name of the model that makes them.</param>
internal sealed class EmbeddingCache(string path, string model)
{
    public static EmbeddingCache Of(BotSettings settings) => new(settings.Storage.EmbeddingsFile, settings.Model.EmbeddingName);

    /// <returns>For each text its embedding, null where none is kept.</returns>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public IReadOnlyList<QuantizedVector?> Find(IReadOnlyList<string> texts)
    {
        try
        {
            return File.Exists(path) ? Read(texts) : new QuantizedVector?[texts.Count];
        }
        catch (SqliteException fault) when (IsNoCache(fault))
        {
            return new QuantizedVector?[texts.Count];
        }
    }

    /// <summary>All of them, or none if that fails. A damaged file gives way.</summary>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public void Keep(IReadOnlyList<(string Text, QuantizedVector Vector)> embeddings)
    {
        try
        {
            Write(embeddings);
        }
        catch (SqliteException fault) when (IsNoCache(fault))
        {
            File.Delete(path);
            Write(embeddings);
        }
    }

    /// <summary>Damaged, another program's, or left before anything was in it.</summary>
    private static bool IsNoCache(SqliteException fault) => fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_ERROR;

    private IReadOnlyList<QuantizedVector?> Read(IReadOnlyList<string> texts)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT scale, vector FROM embeddings WHERE model = $model AND text = $text";
        command.Parameters.AddWithValue("$model", model);
        var text = command.Parameters.Add("$text", SqliteType.Blob);
        return [.. texts.Select(Find)];

        QuantizedVector? Find(string wanted)
        {
            text.Value = HashOf(wanted);
            using var row = command.ExecuteReader();
            return row.Read() ? new QuantizedVector(MemoryMarshal.Cast<byte, sbyte>(row.GetFieldValue<byte[]>(1)).ToArray(), row.GetFloat(0)) : null;
        }
    }

    private void Write(IReadOnlyList<(string Text, QuantizedVector Vector)> embeddings)
    {
        using var connection = Open(SqliteOpenMode.ReadWriteCreate);
        connection.Execute("CREATE TABLE IF NOT EXISTS embeddings (text BLOB PRIMARY KEY, model TEXT NOT NULL, scale REAL NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID");
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM embeddings WHERE model <> @model", new { model }, transaction);
        connection.Execute(
            "INSERT OR REPLACE INTO embeddings (text, model, scale, vector) VALUES (@Text, @model, @Scale, @Vector)",
            embeddings.Select(one => new { Text = HashOf(one.Text), model, one.Vector.Scale, Vector = MemoryMarshal.AsBytes(one.Vector.Values.AsSpan()).ToArray() }), transaction);
        transaction.Commit();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
