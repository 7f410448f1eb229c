using Bot.Conversations;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Delivery;

/// <summary>One attempt to send one row.</summary>
internal sealed partial class MessageSender(IBotApi api, Texts texts, RetryPolicy retries, Metrics metrics, TimeProvider clock, ILogger<MessageSender> log)
{
    /// <summary>Never throws: whatever happens is a result.</summary>
    public async Task<SendResult> SendAsync(OutboxRow row, CancellationToken stop)
    {
        try
        {
            var content = row.ReadContent();
            var messageId = await SendAsync(row, new OutgoingMessage(row.ChatId, content.Html(texts), content.Buttons(row.Id), row.ReplyTo, row.ThreadId), stop);
            Delivered(row.Id, row.Attempts, row.Uncertain);
            metrics.Delivered.Add(1);
            metrics.DeliveryTime.Record((clock.GetUtcNow() - row.CreatedAt).TotalMilliseconds);
            return new Delivered(row, messageId);
        }
        catch (BotApiException fault)
        {
            return Note(retries.After(fault, row), fault);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return new Postponed(row, TimeSpan.Zero, IsUncertain: true);
        }
        // A row that cannot even be written as a message must not keep those behind it waiting.
        catch (Exception defect)
        {
            Unwritable(defect, row.Id);
            metrics.Failed.Add(1, KeyValuePair.Create<string, object?>("code", "defect"));
            return new GivenUp(row, defect.Message);
        }
    }

    private async Task<int> SendAsync(OutboxRow row, OutgoingMessage message, CancellationToken stop)
    {
        try
        {
            if (row.Edits is not { } edited) return await api.SendMessageAsync(message, stop);
            await api.EditMessageAsync(edited, message, stop);
            return edited;
        }
        catch (BotApiException fault) when (fault.IsBadMarkup && message.IsHtml)
        {
            MarkupRefused(row.Id, fault.Message);
            return await SendAsync(row, message with { Text = AnswerHtml.WithoutMarkup(message.Text), IsHtml = false }, stop);
        }
        catch (BotApiException fault) when (fault.IsThreadGone && message.ThreadId is not null)
        {
            return await SendAsync(row, message with { ThreadId = null }, stop);
        }
        catch (BotApiException fault) when (fault.IsNoLongerEditable && row.Edits is not null)
        {
            return await SendAsync(row with { Edits = null }, message, stop);
        }
    }

    private SendResult Note(SendResult result, BotApiException fault)
    {
        var code = KeyValuePair.Create<string, object?>("code", fault.Code);
        switch (result)
        {
            case Postponed { IsUncertain: true, Row.Edits: null } postponed:
                PostponedUncertain(result.Row.Id, result.Row.Attempts, postponed.Delay.TotalSeconds, fault.Message);
                metrics.Postponed.Add(1, code);
                break;
            case Postponed postponed:
                Postponed(result.Row.Id, result.Row.Attempts, postponed.Delay.TotalSeconds, fault.Code, fault.Message);
                metrics.Postponed.Add(1, code);
                break;
            case Moved moved:
                ChatMoved(result.Row.ChatId, moved.ToChatId);
                break;
            case GivenUp:
                Failed(result.Row.Id, fault.Code, fault.Message);
                metrics.Failed.Add(1, code);
                break;
        }
        return result;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {OutboxId} delivered at attempt {Attempt}; earlier attempts that may have arrived too: {Uncertain}")]
    private partial void Delivered(long outboxId, int attempt, int uncertain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} not sent at attempt {Attempt}, again in {Seconds:F1} s: {Code} {Description}")]
    private partial void Postponed(long outboxId, int attempt, double seconds, int code, string description);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether message {OutboxId} arrived at attempt {Attempt} is unknown; it is sent again in {Seconds:F1} s and may come twice: {Description}")]
    private partial void PostponedUncertain(long outboxId, int attempt, double seconds, string description);

    [LoggerMessage(Level = LogLevel.Information, Message = "Chat {From} has become {To}; what waits for it goes there")]
    private partial void ChatMoved(long from, long to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} given up: {Code} {Description}")]
    private partial void Failed(long outboxId, int code, string description);

    [LoggerMessage(Level = LogLevel.Error, Message = "A defect: Telegram cannot parse message {OutboxId}, which is sent as plain text: {Description}")]
    private partial void MarkupRefused(long outboxId, string description);

    [LoggerMessage(Level = LogLevel.Error, Message = "A defect: message {OutboxId} could not be written, and is given up")]
    private partial void Unwritable(Exception defect, long outboxId);
}
