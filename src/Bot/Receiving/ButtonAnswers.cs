using System.Threading.Channels;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>
/// Stops the spinner of pressed buttons. Telegram forgets a press within seconds, so these are kept in no table, and when
/// there are too many the oldest are left out.
/// </summary>
internal sealed partial class ButtonAnswers(IBotApi api, Texts texts, Conditions conditions, TimeProvider clock, ILogger<ButtonAnswers> log) : Worker("button answers", conditions, clock)
{
    private const int MostWaiting = 1000;
    private const int AtOnce = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly Signal pressed = new(clock);
    private readonly Channel<(ButtonPress Press, string? Toast)> waiting =
        Channel.CreateBounded<(ButtonPress, string?)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <param name="toast">The key of the words to be shown; null for none.</param>
    public void Answer(ButtonPress press, string? toast)
    {
        waiting.Writer.TryWrite((press, toast));
        pressed.Set();
    }

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        var answering = new List<Task>();
        while (answering.Count < AtOnce && waiting.Reader.TryRead(out var next)) answering.Add(AnswerAsync(next.Press, next.Toast, stop));
        await Task.WhenAll(answering);
        return true;
    }

    protected override Task WaitAsync(CancellationToken stop) => waiting.Reader.Count > 0 ? Task.CompletedTask : pressed.WaitAsync(LookAgain, stop);

    private async Task AnswerAsync(ButtonPress press, string? toast, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            await api.AnswerButtonAsync(press.QueryId, toast is null ? null : texts[toast, LanguageCodes.OrEnglish(press.LanguageCode)], limit.Token);
        }
        catch (Exception fault) when (fault is BotApiException or OperationCanceledException)
        {
            NotAnswered(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A button press could not be acknowledged: {Description}")]
    private partial void NotAnswered(string description);
}
