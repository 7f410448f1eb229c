using System.Threading.Channels;
using Bot.Citations;
using Bot.Conversations;
using Bot.Telegram;

namespace Bot.Delivery;

/// <summary>Shows in private chats how an answer grows: first that the bot is thinking, then each statement that has passed the checker. Once Telegram refuses that, typing and one message are what people see.</summary>
internal sealed class AnswerPreviews(IBotApi api, Texts texts, Pacing pacing, TimeProvider clock)
{
    private volatile bool isRefused;

    /// <summary>The preview of one answer, or null where none can be shown.</summary>
    /// <param name="id">Not 0, and another for each answer of the chat.</param>
    public AnswerPreview? Begin(long chatId, int id) => chatId > 0 && !isRefused ? new AnswerPreview(part => ShowAsync(chatId, id, part), clock) : null;

    /// <summary>A courtesy, as typing is: where it fails or the chat has had enough, the answer says more.</summary>
    private async Task ShowAsync(long chatId, int id, CheckedAnswer part)
    {
        if (isRefused || pacing.WaitOf(chatId) > TimeSpan.Zero || pacing.WaitOfBot() > TimeSpan.Zero) return;
        pacing.Begin(chatId);
        try
        {
            using var limit = new CancellationTokenSource(AnswerPreview.Pause, clock);
            await api.ShowPreviewAsync(chatId, id, part.Statements.Count == 0 ? "" : AnswerHtml.Render(part, texts), limit.Token);
        }
        catch (BotApiException fault) when (fault.RetryAfter is { } asked)
        {
            pacing.PostponeForFlood(chatId, asked);
        }
        catch (BotApiException fault)
        {
            isRefused = fault.Code is 400 or 404;
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            pacing.End(chatId);
        }
    }
}

/// <summary>Shows the newest part of an answer, not more often than a chat can take; parts in between are passed over.</summary>
internal sealed class AnswerPreview : IAsyncDisposable
{
    /// <summary>With it, two previews and the answer itself are what Telegram allows a chat in three seconds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    private readonly Channel<CheckedAnswer> parts = Channel.CreateBounded<CheckedAnswer>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource ended = new();
    private readonly Task showing;

    public AnswerPreview(Func<CheckedAnswer, Task> show, TimeProvider clock) => showing = ShowAsync(show, clock);

    public void Show(CheckedAnswer part) => parts.Writer.TryWrite(part);

    /// <summary>Returns once nothing more will be shown: what comes next is the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        parts.Writer.Complete();
        await ended.CancelAsync();
        await showing;
        ended.Dispose();
    }

    private async Task ShowAsync(Func<CheckedAnswer, Task> show, TimeProvider clock)
    {
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(ended.Token))
            {
                await show(part);
                await Task.Delay(Pause, clock, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
