using Bot.Delivery;
using Bot.Limits;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;
using Dapper;

namespace Bot.Receiving;

/// <summary>Shows that the bot is typing in chats that have waited for their answer longer than a moment.</summary>
internal sealed class Typing(Database database, IBotApi api, Pacing pacing, Conditions conditions, TimeProvider clock) : Worker("typing", conditions, clock)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(700);

    /// <summary>Telegram shows it for five seconds.</summary>
    private static readonly Rate OncePerChat = new(1, TimeSpan.FromSeconds(4.5));

    /// <summary>Each costs a call, and who waits this long is not waiting for the bot alone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int ChatsAtOnce = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RateLimiter<long> shown = new(OncePerChat, clock);

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        var chats = Waiting().Where(chat => shown.WaitOf(chat.ChatId) == TimeSpan.Zero && !pacing.IsHeld(chat.ChatId)).ToList();
        foreach (var (chatId, _) in chats) shown.Take(chatId);
        await Task.WhenAll(chats.Select(chat => ShowAsync(chat.ChatId, chat.ThreadId, stop)));
        return true;
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(AMoment, Clock, stop);

    private List<(long ChatId, int? ThreadId)> Waiting()
    {
        var now = Clock.GetUtcNow();
        using var connection = database.Open();
        // Of groups it is not known before it is handled whether a message is meant for the bot at all.
        return connection.Query<(long, int?)>(
            """
            SELECT chat_id, thread_id FROM (
                SELECT chat_id, NULL AS thread_id, received_at AS since FROM inbox WHERE handled_at IS NULL AND chat_id > 0
                UNION ALL
                SELECT chat_id, thread_id, created_at FROM outbox WHERE finished_at IS NULL AND attempts = 0)
            WHERE since BETWEEN @from AND @until GROUP BY chat_id ORDER BY MIN(since) LIMIT @ChatsAtOnce
            """,
            new { from = (now - Longest).ToUnixTimeMilliseconds(), until = (now - AMoment).ToUnixTimeMilliseconds(), ChatsAtOnce }).ToList();
    }

    /// <summary>It is a courtesy: where it fails, the answer says more.</summary>
    private async Task ShowAsync(long chatId, int? threadId, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            await api.ShowTypingAsync(chatId, threadId, limit.Token);
        }
        catch (BotApiException fault) when (fault.RetryAfter is { } asked)
        {
            pacing.PostponeForFlood(chatId, asked);
        }
        catch (Exception fault) when (fault is BotApiException or OperationCanceledException)
        {
        }
    }
}
