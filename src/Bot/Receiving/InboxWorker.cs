using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>Handles what waits in the inbox, in the order it came.</summary>
internal sealed partial class InboxWorker(Inbox inbox, UpdateHandler handler, IBotApi api, ILogger<InboxWorker> log) : BackgroundService
{
    private const int AtOnce = 100;
    /// <summary>Telegram forgets a press within seconds; the next message must not wait longer for it.</summary>
    private static readonly TimeSpan ButtonPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var updates = inbox.Waiting(AtOnce);
                foreach (var update in updates)
                {
                    stoppingToken.ThrowIfCancellationRequested();
                    await HandleAsync(update, stoppingToken);
                }
                if (updates.Count == 0) await inbox.WaitAsync(LookAgain, stoppingToken);
            }
            catch (SqliteException fault)
            {
                DatabaseFault(fault.Message);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }

    private async Task HandleAsync(Update update, CancellationToken stop)
    {
        try
        {
            handler.Handle(update);
        }
        // Whatever one message does must not keep the next ones waiting.
        catch (Exception fault) when (fault is not OperationCanceledException and not SqliteException)
        {
            NotHandled(fault, update.Id);
            handler.GiveUp(update);
        }
        if (update.Press is { } press) await ReleaseButtonAsync(press, stop);
    }

    /// <summary>Stops the button's spinner; too late is no harm.</summary>
    private async Task ReleaseButtonAsync(ButtonPress press, CancellationToken stop)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(ButtonPatience);
            await api.AnswerButtonAsync(press.QueryId, limit.Token);
        }
        catch (Exception fault) when (fault is BotApiException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            ButtonNotReleased(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox cannot be worked on for now: {Reason}")]
    private partial void DatabaseFault(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} could not be handled")]
    private partial void NotHandled(Exception fault, long updateId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A button press could not be acknowledged: {Description}")]
    private partial void ButtonNotReleased(string description);
}
