using System.Data.Common;
using System.Text.Json;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Privacy;
using Bot.Storage;
using Bot.Telegram;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>What is remembered of chats: the language chosen for the bot's own words, and each person's last turns.</summary>
internal sealed class Chats(Database database, Pseudonyms pseudonyms, BotAccount account, TimeProvider clock)
{
    /// <summary>What matters for these updates, by their ids; read for all of them at once.</summary>
    public IReadOnlyDictionary<long, ChatMemory> Recall(IReadOnlyList<Update> updates)
    {
        using var connection = database.Open();
        var chats = JsonSerializer.Serialize(updates.Select(update => update.ChatId));
        var languages = connection.Query<(long ChatId, string Code)>("SELECT chat_id, language FROM chats WHERE chat_id IN (SELECT value FROM json_each(@chats)) AND language IS NOT NULL", new { chats })
            .ToDictionary(row => row.ChatId, row => row.Code);
        var since = (clock.GetUtcNow() - Retention.Conversation).ToUnixTimeMilliseconds();
        var turns = connection.Query<StoredTurn>(
            """
            SELECT chat_id AS ChatId, person AS Person, message_id AS MessageId, question AS Question, language AS Language, answered_with AS AnsweredWith
            FROM turns WHERE chat_id IN (SELECT value FROM json_each(@chats)) AND asked_at >= @since ORDER BY turn_id
            """,
            new { chats, since }).ToLookup(turn => turn.ChatId);
        return updates.ToDictionary(update => update.Id, update => Recall(connection, update, languages.GetValueOrDefault(update.ChatId), turns[update.ChatId]));
    }

    public void Remember(SqliteConnection connection, DbTransaction transaction, IReadOnlyList<RememberedTurn> turns)
    {
        // The turn that this one replaces, and those that no conversation will need again.
        connection.Execute(
            """
            DELETE FROM turns WHERE chat_id = @ChatId AND person = @Person
                AND (message_id = @MessageId OR turn_id <= (SELECT turn_id FROM turns WHERE chat_id = @ChatId AND person = @Person ORDER BY turn_id DESC LIMIT 1 OFFSET @most))
            """,
            turns.Select(turn => new { turn.ChatId, turn.Person, turn.MessageId, most = Turn.MostRemembered - 1 }), transaction);
        connection.Execute(
            "INSERT INTO turns (chat_id, person, message_id, asked_at, question, language, answered_with) VALUES (@ChatId, @Person, @MessageId, @now, @Question, @code, @named)",
            turns.Select(turn => new { turn.ChatId, turn.Person, turn.MessageId, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), turn.Turn.Question, code = turn.Turn.Language.Code(), named = string.Join(' ', turn.Turn.AnsweredWith) }), transaction);
    }

    public static void Choose(SqliteConnection connection, DbTransaction transaction, long chatId, Language language) =>
        connection.Execute("INSERT INTO chats (chat_id, language) VALUES (@chatId, @code) ON CONFLICT (chat_id) DO UPDATE SET language = @code", new { chatId, code = language.Code() }, transaction);

    /// <summary>This person's next question begins anew.</summary>
    public static void Forget(SqliteConnection connection, DbTransaction transaction, long chatId, string person) =>
        connection.Execute("DELETE FROM turns WHERE chat_id = @chatId AND person = @person", new { chatId, person }, transaction);

    private ChatMemory Recall(SqliteConnection connection, Update update, string? code, IEnumerable<StoredTurn> turns)
    {
        Language? language = LanguageCodes.TryParse(code, out var chosen) ? chosen : null;
        if (update.Message is not { } message) return new ChatMemory(language, []);
        var person = pseudonyms.Of(message.From);
        var before = turns.Where(turn => turn.MessageId != message.MessageId).ToList();
        var own = before.Where(turn => turn.Person == person).TakeLast(Turn.MostRemembered);
        // Who replies to an answer goes on from it, whoever asked for that one.
        var taken = message.ReplyTo is { } replied && replied.From == account.Id && QuestionOf(connection, message.ChatId, replied.MessageId) is { } question
            ? own.Where(turn => turn.MessageId != question).Concat(before.Where(turn => turn.MessageId == question))
            : own;
        var memory = new ChatMemory(language, [.. taken.Select(turn => turn.ToTurn())]);
        return message.IsEdited && AnswerTo(connection, message) is var (answer, text) ? memory with { Answer = answer, AnsweredText = text } : memory;
    }

    /// <summary>The message that an answer of ours answers.</summary>
    private static int? QuestionOf(SqliteConnection connection, long chatId, int answerMessageId) => connection.QueryFirstOrDefault<int?>(
        "SELECT reply_to FROM deliveries JOIN outbox USING (outbox_id) WHERE deliveries.chat_id = @chatId AND deliveries.message_id = @answerMessageId ORDER BY outbox_id DESC LIMIT 1",
        new { chatId, answerMessageId });

    private static (long Id, string Text)? AnswerTo(SqliteConnection connection, IncomingMessage question)
    {
        var rows = connection.Query<(long Id, string Content)>("SELECT outbox_id, content FROM outbox WHERE chat_id = @ChatId AND reply_to = @MessageId AND failure IS NULL ORDER BY outbox_id DESC", question);
        foreach (var (id, content) in rows)
        {
            if (OutboxContent.TryFromJson(content) is CheckedAnswerContent { Answer.Question: var text }) return (id, text);
        }
        return null;
    }

    private sealed record StoredTurn(long ChatId, string Person, int MessageId, string Question, string Language, string AnsweredWith)
    {
        // Dapper fills it by name: SQLite's integers are all 64 bits wide.
        public StoredTurn() : this(0, "", 0, "", "", "")
        {
        }

        public Turn ToTurn() => new(Question, LanguageCodes.OrEnglish(Language), AnsweredWith.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
