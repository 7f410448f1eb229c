using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Fetches updates into the inbox. The offset moves only after they are stored.</summary>
internal sealed partial class Poller(IBotApi api, Inbox inbox, TimeProvider clock, ILogger<Poller> log) : BackgroundService
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // From the beginning: what Telegram still has and the inbox knows is stored once all the same.
        var offset = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var updates = await api.GetUpdatesAsync(offset, LongPoll, stoppingToken);
                if (updates.Count == 0) continue;
                inbox.Store(updates);
                offset = updates.Max(update => update.Id) + 1;
            }
            catch (BotApiException fault)
            {
                NotPolled(fault.Code, fault.Message);
                await Task.Delay(fault.RetryAfter ?? AfterFault, clock, stoppingToken);
            }
            catch (SqliteException fault)
            {
                NotStored(fault.Message);
                await Task.Delay(AfterFault, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Updates could not be stored, and are fetched again: {Reason}")]
    private partial void NotStored(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram: {Code} {Description}")]
    private partial void NotPolled(int code, string description);
}
