using Bot.Configuration;
using Bot.Operations;
using Bot.Storage;
using Dapper;

namespace Bot.Privacy;

/// <summary>Deletes what nobody will need again: conversations that have ended, updates that cannot come again, and answers past their time.</summary>
internal sealed partial class Retention(Database database, PrivacySettings settings, Conditions conditions, TimeProvider clock, ILogger<Retention> log)
    : Worker("retention", conditions, clock)
{
    /// <summary>After so long a silence a question begins anew.</summary>
    public static readonly TimeSpan Conversation = TimeSpan.FromMinutes(30);

    /// <summary>As logs and `/health` call what the local page stores. Broken by a request that fails, it works again with the next that does not, or the next round here.</summary>
    public const string PageConversations = "keeping the page's conversations";

    /// <summary>Telegram keeps an update for a day; its id tells a duplicate as long. After a week of silence it begins with other ids.</summary>
    private static readonly TimeSpan Updates = TimeSpan.FromDays(2);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override Task<bool> WorkAsync(CancellationToken stop)
    {
        // SQLite would go on writing into a file that nobody will find again.
        if (!File.Exists(database.File)) throw new FileNotFoundException($"its database '{database.File}' is gone, and what is stored now is lost; put it back and start the bot again");
        var now = Clock.GetUtcNow();
        var deleted = database.InTransaction((connection, transaction) =>
        {
            connection.Execute("DELETE FROM turns WHERE asked_at < @until", new { until = (now - Conversation).ToUnixTimeMilliseconds() }, transaction);
            connection.Execute("DELETE FROM inbox WHERE handled_at < @until", new { until = (now - Updates).ToUnixTimeMilliseconds() }, transaction);
            return Erasure.Before(connection, transaction, (now - TimeSpan.FromDays(settings.RetentionDays)).ToUnixTimeMilliseconds());
        });
        Conditions.Done(PageConversations);
        if (deleted > 0) Deleted(deleted, settings.RetentionDays);
        return Task.FromResult(true);
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(Interval, Clock, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages older than {Days} days deleted")]
    private partial void Deleted(int count, int days);
}
