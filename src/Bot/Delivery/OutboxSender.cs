using Bot.Conversations;
using Bot.Telegram;
using Microsoft.Data.Sqlite;

namespace Bot.Delivery;

/// <summary>Sends what waits in the outbox, several chats at a time.</summary>
internal sealed partial class OutboxSender(Outbox outbox, IBotApi api, Texts texts, ILogger<OutboxSender> log) : BackgroundService
{
    private const int ChatsAtOnce = 16;
    private static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Asked to stop, it sends out what is on its way: a call cut off may have been heard, and would be made again.
        using var sending = new CancellationTokenSource();
        await using var finishing = stoppingToken.Register(() => sending.CancelAfter(FinishWithin));
        var takenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!takenOver) outbox.TakeOver();
                takenOver = true;
                var rows = outbox.Claim(ChatsAtOnce);
                await Task.WhenAll(rows.Select(row => SendAsync(row, sending.Token)));
                if (rows.Count == 0) await outbox.WaitAsync(LookAgain, stoppingToken);
            }
            catch (SqliteException fault)
            {
                DatabaseFault(fault.Message);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }

    private async Task SendAsync(OutboxRow row, CancellationToken stop)
    {
        try
        {
            var content = row.Content;
            var message = new OutgoingMessage(row.ChatId, content.Html(texts), row.ReplyTo, content.Buttons);
            if (row.Edits is { } edited) await api.EditMessageAsync(edited, message, stop);
            var messageId = row.Edits ?? await api.SendMessageAsync(message, stop);
            outbox.Delivered(row, messageId);
            Delivered(row.Id, row.Attempts);
        }
        catch (BotApiException fault) when (RetryPolicy.DelayAfter(fault, row.Attempts) is { } delay)
        {
            outbox.Postpone(row, delay);
            Postponed(row.Id, row.Attempts, delay.TotalSeconds, fault.Code, fault.Message);
        }
        catch (BotApiException fault)
        {
            outbox.Fail(row, fault.Message);
            Failed(row.Id, fault.Code, fault.Message);
        }
        catch (OperationCanceledException)
        {
            outbox.Postpone(row, TimeSpan.Zero);
        }
        // A row that cannot even be written as a message must not keep those behind it waiting.
        catch (Exception fault) when (fault is not SqliteException)
        {
            outbox.Fail(row, fault.Message);
            Defect(fault, row.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {OutboxId} delivered at attempt {Attempt}")]
    private partial void Delivered(long outboxId, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} not sent at attempt {Attempt}, again in {Seconds} s: {Code} {Description}")]
    private partial void Postponed(long outboxId, int attempt, double seconds, int code, string description);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be worked on for now: {Reason}")]
    private partial void DatabaseFault(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} could not be written, and is given up")]
    private partial void Defect(Exception fault, long outboxId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} given up: {Code} {Description}")]
    private partial void Failed(long outboxId, int code, string description);
}
