using System.Data.Common;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>What is remembered of a chat: the language chosen for the bot's own words, and the last turns.</summary>
internal sealed class Chats(Database database, TimeProvider clock)
{
    /// <summary>After so long a silence a question begins anew.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private const int MostTurns = 5;

    /// <summary>The chosen language; null where none was chosen.</summary>
    public Language? LanguageOf(long chatId)
    {
        using var connection = database.Open();
        return LanguageCodes.TryParse(connection.ExecuteScalar<string?>("SELECT language FROM chats WHERE chat_id = @chatId", new { chatId }), out var language) ? language : null;
    }

    /// <summary>The conversation so far, oldest turn first.</summary>
    public IReadOnlyList<Turn> TurnsOf(long chatId)
    {
        using var connection = database.Open();
        var since = (clock.GetUtcNow() - Memory).ToUnixTimeMilliseconds();
        return [.. connection.Query<StoredTurn>(
                "SELECT question AS Question, language AS Language, answered_with AS AnsweredWith FROM turns WHERE chat_id = @chatId AND asked_at >= @since ORDER BY turn_id DESC LIMIT @most",
                new { chatId, since, most = MostTurns })
            .Reverse()
            .Select(turn => new Turn(turn.Question, LanguageCodes.TryParse(turn.Language, out var language) ? language : Language.English, turn.AnsweredWith.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    }

    public static void Choose(SqliteConnection connection, DbTransaction transaction, long chatId, Language language) =>
        connection.Execute("INSERT INTO chats (chat_id, language) VALUES (@chatId, @code) ON CONFLICT (chat_id) DO UPDATE SET language = @code", new { chatId, code = language.Code() }, transaction);

    /// <summary>Adds a turn and forgets those that no conversation will need again.</summary>
    public void Remember(SqliteConnection connection, DbTransaction transaction, long chatId, Turn turn)
    {
        var now = clock.GetUtcNow();
        connection.Execute("DELETE FROM turns WHERE asked_at < @until", new { until = (now - Memory).ToUnixTimeMilliseconds() }, transaction);
        connection.Execute(
            "INSERT INTO turns (chat_id, asked_at, question, language, answered_with) VALUES (@chatId, @now, @Question, @code, @named)",
            new { chatId, now = now.ToUnixTimeMilliseconds(), turn.Question, code = turn.Language.Code(), named = string.Join(' ', turn.AnsweredWith) }, transaction);
    }

    public static void Forget(SqliteConnection connection, DbTransaction transaction, long chatId) =>
        connection.Execute("DELETE FROM turns WHERE chat_id = @chatId", new { chatId }, transaction);

    private sealed record StoredTurn(string Question, string Language, string AnsweredWith);
}
