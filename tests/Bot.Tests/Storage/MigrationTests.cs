using Bot.Storage;
using Bot.Tests.Support;
using BotApi.Simulator;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Storage;

public sealed class MigrationTests
{
    private readonly string file = Path.Combine(Some.Folder(), "bot.db");

    private void WriteFirstVersion()
    {
        using (var old = new SqliteConnection($"Data Source={file}"))
        {
            old.Open();
            old.Execute(Schema.Steps[0]);
            old.Execute("PRAGMA user_version = 1");
            old.Execute("INSERT INTO inbox (update_id, body, received_at) VALUES (9, '{\"Id\":9,\"Message\":{\"ChatId\":7,\"MessageId\":3,\"IsPrivate\":true,\"Text\":\"/help\",\"LanguageCode\":\"uk\"},\"Press\":null}', 1)");
            old.Execute("INSERT INTO outbox (outbox_id, chat_id, content, created_at, not_before, finished_at) VALUES (5, 1, '{}', 1, 1, 2), (6, 1, '{}', 1, 1, NULL)");
            old.Execute("INSERT INTO deliveries (outbox_id, chat_id, message_id, delivered_at) VALUES (5, 1, 77, 2)");
        }
    }

    [Fact]
    public async Task A_question_that_waits_in_a_file_of_the_first_version_is_answered()
    {
        WriteFirstVersion();
        var telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc" });
        telegram.AddUser(7);
        telegram.SendText(7, "/start");

        await using var bot = await TelegramBot.StartAsync(database: file, telegram: telegram);

        await TelegramBot.UntilAsync(() => telegram.Messages(7).Any(message => message.FromBot && message.Text.StartsWith("Напишіть запитання", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_of_the_first_version_keeps_what_is_in_it()
    {
        WriteFirstVersion();
        using var database = new Database($"Data Source={file}");

        database.Migrate();

        using var connection = database.Open();
        Assert.Equal((6, 77, 9), connection.QuerySingle<(int, int, int)>("SELECT (SELECT outbox_id FROM outbox WHERE finished_at IS NULL), (SELECT message_id FROM deliveries WHERE outbox_id = 5), (SELECT update_id FROM inbox WHERE handled_at IS NULL)"));
    }

    [Fact]
    public void An_id_is_never_given_twice()
    {
        using var database = new Database($"Data Source={file}");
        database.Migrate();
        using var connection = database.Open();
        var first = connection.QuerySingle<long>("INSERT INTO outbox (chat_id, content, created_at) VALUES (1, '', 1) RETURNING outbox_id");
        connection.Execute("DELETE FROM outbox");

        Assert.NotEqual(first, connection.QuerySingle<long>("INSERT INTO outbox (chat_id, content, created_at) VALUES (1, '', 1) RETURNING outbox_id"));
    }

    [Fact]
    public void A_second_bot_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        using var second = new Database($"Data Source={file}");
        using (var first = new Database($"Data Source={file}"))
        {
            first.Migrate();
            Assert.Contains("another bot is running on it", Assert.Throws<InvalidDataException>(second.Migrate).Message);
        }

        second.Migrate();
    }

    [Theory]
    [InlineData(5, "locked by another program")]
    [InlineData(8, "read-only")]
    [InlineData(11, "put a sound copy of the file in its place")]
    [InlineData(13, "the disk is full")]
    [InlineData(14, "is its folder still there")]
    public void A_fault_of_the_database_says_what_to_do(int code, string words) => Assert.Contains(words, DatabaseFault.Explain(new SqliteException("x", code)));

    [Fact]
    public void A_damaged_file_is_refused_at_start()
    {
        using (var database = new Database($"Data Source={file}"))
        {
            database.Migrate();
            using var connection = database.Open();
            for (var row = 0; row < 500; row++) connection.Execute("INSERT INTO outbox (chat_id, content, created_at) VALUES (1, @text, 1)", new { text = new string('x', 500) });
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        SqliteConnection.ClearAllPools();
        using (var stream = File.OpenWrite(file))
        {
            stream.Seek(8192, SeekOrigin.Begin);
            stream.Write(Enumerable.Repeat((byte)0x5a, 64 * 1024).ToArray());
        }

        using var damaged = new Database($"Data Source={file}");

        var fault = Assert.ThrowsAny<Exception>(damaged.Migrate);
        Assert.Contains("damaged", fault is SqliteException sqlite ? DatabaseFault.Explain(sqlite) : fault.Message);
    }
}
