using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>Fetches updates into the inbox. The offset moves only after they are stored.</summary>
internal sealed partial class Poller(IBotApi api, Inbox inbox, TimeProvider clock, ILogger<Poller> log) : BackgroundService
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var offset = inbox.NextOffset();
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
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram: {Code} {Description}")]
    private partial void NotPolled(int code, string description);
}
