namespace BotApi.Simulator;

/// <summary><c>getUpdates</c>. Numbers out of range are moved into it, as Telegram does.</summary>
internal sealed class GetUpdatesMethod(UpdateQueue updates)
{
    private const int MaxLimit = 100;
    private const int MaxTimeoutSeconds = 50;

    public async Task<ApiAnswer> AnswerAsync(CallParameters parameters, CancellationToken cancellation)
    {
        updates.RequireNoWebhook();
        AllowedParameter.Apply(parameters, updates);
        var limit = parameters.Text("limit").Length == 0 ? MaxLimit : Math.Clamp(parameters.Int32("limit"), 1, MaxLimit);
        var timeout = Math.Clamp(parameters.Int32("timeout"), 0, MaxTimeoutSeconds);
        var next = await updates.PollAsync(parameters.Int32("offset"), limit, TimeSpan.FromSeconds(timeout), cancellation);
        return Answer(next);
    }

    /// <summary>The updates are JSON already, and only have to be put together.</summary>
    private static ApiAnswer Answer(IReadOnlyList<StoredUpdate> updates)
    {
        var head = """{"ok":true,"result":["""u8;
        var tail = "]}"u8;
        var buffer = new byte[head.Length + updates.Sum(update => update.MaxLength + 1) + tail.Length];
        head.CopyTo(buffer);
        var length = head.Length;
        for (var i = 0; i < updates.Count; i++)
        {
            if (i > 0)
            {
                buffer[length++] = (byte)',';
            }

            length += updates[i].Write(buffer.AsSpan(length));
        }

        tail.CopyTo(buffer.AsSpan(length));
        return new ApiAnswer(200, buffer.AsMemory(0, length + tail.Length));
    }
}
